using System.CommandLine;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Changes what an agent may do.</summary>
internal sealed class AgentsGrantCommand : Command
{
    private const string Help = """
        Changes what an agent may do. What no option names stays as it is.

        Example: pinterest-mcp agents grant blog-helper --area pins=full --board 123456 --creations-per-day 5
        Example: pinterest-mcp agents grant blog-helper --allow operation:product_tags/list --ends 2027-01-31T18:00:00Z
        """;

    private readonly Argument<string> _name = AgentsEditor.Name();
    private readonly AgentsOptions _options = new();
    private readonly AgentsEditor _editor;

    public AgentsGrantCommand(AgentsEditor editor)
        : base("grant", Help)
    {
        _editor = editor;
        Add(_name);
        _options.AddTo(this);
        editor.AddWritingTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetValue(_name)!;
        await _editor.ChangeAsync(parsed, name, Changed, cancellationToken);
        return ExitCodes.Good;

        AgentGrant Changed(AgentGrant? before) =>
            before is not null
                ? _options.Apply(parsed, before)
                : throw new CommandException(
                    $"There is no agent '{name}'. Add it with 'pinterest-mcp agents add {name}'."
                );
    }
}
