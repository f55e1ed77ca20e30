using System.CommandLine;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Lists the agents.</summary>
internal sealed class AgentsListCommand : Command
{
    private const string Help = """
        Lists the agents with their accounts and areas.

        Example: pinterest-mcp agents list --format json
        """;

    private readonly Option<string> _format = AgentsEditor.Format();
    private readonly AgentsEditor _editor;

    public AgentsListCommand(AgentsEditor editor)
        : base("list", Help)
    {
        _editor = editor;
        Add(_format);
        editor.AddReadingTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var grants = _editor.Read(parsed);
        if (parsed.GetValue(_format) == "json")
        {
            await _editor.Output.WriteAsync(grants.Format());
            return ExitCodes.Good;
        }

        await _editor.Output.WriteAsync(AgentsReport.List(grants));
        return ExitCodes.Good;
    }
}
