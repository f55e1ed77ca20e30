using System.CommandLine;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Shows what one agent may do.</summary>
internal sealed class AgentsShowCommand : Command
{
    private const string Help = """
        Shows what an agent may do.

        Example: pinterest-mcp agents show blog-helper
        """;

    private readonly Argument<string> _name = AgentsEditor.Name();
    private readonly Option<string> _format = AgentsEditor.Format();
    private readonly AgentsEditor _editor;

    public AgentsShowCommand(AgentsEditor editor)
        : base("show", Help)
    {
        _editor = editor;
        Add(_name);
        Add(_format);
        editor.AddReadingTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var name = parsed.GetValue(_name)!;
        if (_editor.Read(parsed).Agents.GetValueOrDefault(name) is not { } grant)
        {
            throw new CommandException(
                $"There is no agent '{name}'. 'pinterest-mcp agents list' names all of them.",
                ExitCodes.Found
            );
        }

        var text =
            parsed.GetValue(_format) == "json"
                ? new GrantFile(new Dictionary<string, AgentGrant> { [name] = grant }).Format()
                : AgentsReport.Show(grant);
        await _editor.Output.WriteAsync(text);
        return ExitCodes.Good;
    }
}
