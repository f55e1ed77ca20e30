using System.CommandLine;
using System.CommandLine.Parsing;
using Pinterest.OpenApi.Mcp.SignIn;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>What can be said to serve of the OAuth issuer of its agents.</summary>
internal sealed class IssuerOption
{
    private readonly Option<string?> _authority = new("--authority")
    {
        Description =
            "With --http: the OAuth issuer whose tokens (JWT) say which agent calls, beside the agents' keys. The "
            + "grants still say what an agent may do.",
        HelpName = "URL",
    };
    private readonly Option<string?> _resource = new("--resource")
    {
        Description =
            "With --authority: the address that tokens must be made for (their audience), where agents reach this server by "
            + "another one. Default: http://127.0.0.1:PORT/mcp.",
        HelpName = "URL",
    };
    private readonly Option<string?> _agentClaim = new("--agent-claim")
    {
        Description =
            "With --authority: the claim that names the agent. Default: the first of client_id, azp and sub that a token has.",
        HelpName = "NAME",
    };
    private readonly Option<string[]> _scopes = new("--scope")
    {
        Description = "With --authority: a scope that tokens must have. Repeat it for more. Default: none.",
        HelpName = "NAME",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        Check(_authority, IssuerOptions.ProblemOfAuthority);
        Check(_resource, IssuerOptions.ProblemOfResource);
        Check(_agentClaim, text => string.IsNullOrWhiteSpace(text) ? "pass the name of a claim." : null);
        _scopes.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => !IsScope(token.Value)))
            {
                result.AddError($"{_scopes.Name}: pass a scope without spaces and quotes, such as pinterest.");
            }
        });
        Option[] options = [_authority, _resource, _agentClaim, _scopes];
        foreach (var option in options)
        {
            command.Add(option);
        }
    }

    /// <summary>Says what does not fit together.</summary>
    public void Check(CommandResult result, bool isHttp)
    {
        var hasAuthority = IsGiven(result, _authority);
        if (hasAuthority && !isHttp)
        {
            result.AddError("--authority is for --http.");
        }

        Option[] beside = [_resource, _agentClaim, _scopes];
        foreach (var option in beside.Where(option => !hasAuthority && IsGiven(result, option)))
        {
            result.AddError($"{option.Name} is for --authority.");
        }
    }

    /// <summary>Gets the issuer, or null.</summary>
    public IssuerOptions? Read(ParseResult parsed) =>
        parsed.GetValue(_authority) is { } authority
            ? new IssuerOptions
            {
                Authority = authority,
                Resource = parsed.GetValue(_resource),
                AgentClaim = parsed.GetValue(_agentClaim),
                Scopes = parsed.GetValue(_scopes) ?? [],
            }
            : null;

    private static bool IsGiven(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };

    // What RFC 6749 lets a scope consist of.
    private static bool IsScope(string text) =>
        text.Length > 0 && text.All(each => each is > ' ' and <= '~' and not ('"' or '\\'));

    private static void Check(Option option, Func<string, string?> problem) =>
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && problem(token.Value) is { } wrong)
            {
                result.AddError($"{option.Name}: {wrong}");
            }
        });
}
