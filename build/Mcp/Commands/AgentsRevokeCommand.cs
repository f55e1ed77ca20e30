using System.CommandLine;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Takes areas, or everything, from an agent.</summary>
internal sealed class AgentsRevokeCommand : Command
{
    private const string Help = """
        Takes areas from an agent, or everything. It works at the next call of the agent.

        Example: pinterest-mcp agents revoke blog-helper --area pins --area boards
        Example: pinterest-mcp agents revoke blog-helper --all
        """;

    private readonly Argument<string> _name = AgentsEditor.Name();
    private readonly Option<string[]> _areas = new("--area")
    {
        Description = $"An area to switch off: {string.Join(", ", GrantWords.Areas)}.",
        HelpName = "AREA",
    };
    private readonly Option<bool> _all = new("--all") { Description = "Remove the agent and all that it was granted." };
    private readonly AgentsEditor _editor;

    public AgentsRevokeCommand(AgentsEditor editor)
        : base("revoke", Help)
    {
        _editor = editor;
        _areas.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => GrantWords.AreaOf(token.Value) is null))
            {
                result.AddError($"--area: '{token.Value}' is none of {string.Join(", ", GrantWords.Areas)}.");
            }
        });
        Validators.Add(result =>
        {
            if (result.GetResult(_areas) is null == result.GetResult(_all) is null)
            {
                result.AddError("Pass either --area AREA, as often as needed, or --all.");
            }
        });
        Add(_name);
        Add(_areas);
        Add(_all);
        editor.AddWritingTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetValue(_name)!;
        await _editor.ChangeAsync(parsed, name, Revoked, cancellationToken);
        return ExitCodes.Good;

        AgentGrant? Revoked(AgentGrant? before)
        {
            if (before is null)
            {
                throw new CommandException($"There is no agent '{name}'. Nothing was changed.");
            }

            return parsed.GetValue(_all) ? null : Without(before, parsed.GetValue(_areas)!);
        }
    }

    private static AgentGrant Without(AgentGrant grant, IEnumerable<string> words)
    {
        var areas = grant.Areas.ToDictionary();
        foreach (var word in words)
        {
            areas.Remove(GrantWords.AreaOf(word)!.Value);
        }

        return grant with
        {
            Areas = areas,
        };
    }
}
