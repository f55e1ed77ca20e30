using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>What can be said to serve.</summary>
internal sealed class ServeOptions
{
    private const int HighestPort = 65_535;
    private const string SandboxTokenVariable = "PINTEREST_SANDBOX_TOKEN";
    private const string Standard = "standard";
    private const string Trial = "trial";

    private readonly Option<string?> _agent = new("--agent")
    {
        Description =
            "The agent that this server acts for, by its name in the grants. Not with --http: there a key names the agent.",
        HelpName = "NAME",
    };
    private readonly Option<FileInfo?> _grants = SharedOptions.Grants();
    private readonly Option<bool> _sharedGrants = SharedOptions.SharedGrants();
    private readonly StoreOption _store = new();
    private readonly Option<FileInfo?> _head = SharedOptions.HeadFile();
    private readonly Option<DirectoryInfo?> _tokens = new("--tokens")
    {
        Description = "The folder that 'pinterest-openapi login --store' put the tokens into.",
        HelpName = "FOLDER",
    };
    private readonly Option<string?> _account = new("--account")
    {
        Description = "The only signed-in user that this server serves; agents of other users are rejected.",
        HelpName = "NAME",
    };
    private readonly Option<bool> _readOnly = new("--read-only")
    {
        Description = "Change nothing, whatever the grants say.",
    };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Rehearse each change, and send none." };
    private readonly Option<bool> _logTexts = new("--log-texts")
    {
        Description = "Keep titles and descriptions in the log; otherwise it has a hash of them.",
    };
    private readonly Option<string?> _access = SharedOptions.OneOf(
        "--access",
        "The access that Pinterest gave your app; trial has lower rate limits and publishes nothing in production. Default: "
            + "standard. One of",
        [Standard, Trial]
    );
    private readonly Option<string?> _sandbox = new("--sandbox")
    {
        Description =
            "Use a sandbox in place of Pinterest: the one at an address on this machine, or without an address one that "
            + "is started for this server. No account is needed. Without --grants the agent (default: demo) is granted every "
            + "area, in files of the sandbox's own.",
        HelpName = "URL",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<bool> _http = new("--http")
    {
        Description =
            "Serve over HTTP on this machine, each agent with a key of its own ('agents key NAME'). At / is a page on which "
            + "you approve, grant and read the log ('page key').",
    };
    private readonly Option<int> _port = new("--port")
    {
        Description = "The port of --http. Default: any that is free.",
        HelpName = "N",
    };

    private readonly IssuerOption _issuer = new();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        _port.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number)
                && number is < 0 or > HighestPort
            )
            {
                result.AddError($"--port must be from 0 to {HighestPort}.");
            }
        });
        _sandbox.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && SandboxAddress.Read(token.Value, null) is null)
            {
                result.AddError("--sandbox: pass an http address on this machine, such as http://127.0.0.1:5080.");
            }
        });
        command.Validators.Add(Check);
        Option[] options =
        [
            _agent,
            _grants,
            _sharedGrants,
            _head,
            _tokens,
            _account,
            _readOnly,
            _dryRun,
            _logTexts,
            _access,
            _sandbox,
            _http,
            _port,
        ];
        foreach (var option in options)
        {
            command.Add(option);
        }

        _store.AddTo(command);
        _issuer.AddTo(command);
    }

    /// <summary>Gets whether to serve over HTTP.</summary>
    public bool IsHttp(ParseResult parsed) => parsed.GetValue(_http);

    /// <summary>Gets the port.</summary>
    public int Port(ParseResult parsed) => parsed.GetValue(_port);

    /// <summary>Gets whether a sandbox takes the place of Pinterest.</summary>
    public bool UsesSandbox(ParseResult parsed) => parsed.GetResult(_sandbox) is { Implicit: false };

    /// <summary>Gets the sandbox that runs already, or null.</summary>
    public SandboxAddress? RunningSandbox(ParseResult parsed) =>
        parsed.GetValue(_sandbox) is { } text
            ? SandboxAddress.Read(text, Environment.GetEnvironmentVariable(SandboxTokenVariable))
            : null;

    /// <summary>Reads the settings, without the sandbox.</summary>
    public ServerSettings Read(ParseResult parsed)
    {
        var isSandbox = UsesSandbox(parsed);
        var usual = isSandbox
            ? new ServerSettings { GrantsFile = SandboxDefaults.Grants, StoreFile = SandboxDefaults.Store }
            : new ServerSettings();

        // A sandbox writes into the log of the real account only where an option says so.
        var store = _store.Read(parsed, isSandbox ? usual.StoreFile : null);
        return usual with
        {
            Agent = parsed.GetValue(_agent) ?? SandboxDefaults.Agent,
            GrantsFile = parsed.GetValue(_grants)?.FullName ?? usual.GrantsFile,
            StoreFile = store.File,
            Postgres = store.Postgres,
            SharesGrants = parsed.GetValue(_sharedGrants) && IsDatabase(store),
            HeadFile = parsed.GetValue(_head)?.FullName,
            TokensFolder = parsed.GetValue(_tokens)?.FullName,
            Account = parsed.GetValue(_account),
            IsReadOnly = parsed.GetValue(_readOnly),
            IsDryRun = parsed.GetValue(_dryRun),
            LogsTexts = parsed.GetValue(_logTexts),
            Access = parsed.GetValue(_access) == Trial ? AccessTier.Trial : AccessTier.Standard,
            Issuer = _issuer.Read(parsed),
        };
    }

    /// <summary>Gets whether the grants are those of the sandbox, which this server makes.</summary>
    public bool MakesGrants(ParseResult parsed) =>
        UsesSandbox(parsed) && parsed.GetValue(_grants) is null && !parsed.GetValue(_sharedGrants);

    private static bool IsDatabase(StoreChoice store) =>
        store.Postgres is not null ? true : throw StoreOption.NoDatabase();

    private void Check(CommandResult result)
    {
        var isHttp = result.GetValue(_http);
        var hasAgent = result.GetResult(_agent) is { Implicit: false };
        if (isHttp && hasAgent)
        {
            result.AddError("--agent is for stdio. Over --http the key of each agent says who calls.");
        }

        if (!isHttp && !hasAgent && result.GetResult(_sandbox) is not { Implicit: false })
        {
            result.AddError("Which agent? Pass --agent NAME, --http for many agents, or --sandbox to try it.");
        }

        if (!isHttp && result.GetResult(_port) is { Implicit: false })
        {
            result.AddError("--port is for --http.");
        }

        if (result.GetResult(_access) is { Implicit: false } && result.GetResult(_sandbox) is { Implicit: false })
        {
            result.AddError("--access is for Pinterest. A sandbox has an access tier of its own.");
        }

        _issuer.Check(result, isHttp);
    }
}
