using System.CommandLine;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Adds an agent that may do nothing yet, or what the options say.</summary>
internal sealed class AgentsAddCommand : Command
{
    private const string Help = """
        Adds an agent. Without options it may see its status and do nothing else.

        Example: pinterest-mcp agents add blog-helper --account shop --area boards=read
        """;

    private readonly Argument<string> _name = AgentsEditor.Name();
    private readonly AgentsOptions _options = new();
    private readonly AgentsEditor _editor;

    public AgentsAddCommand(AgentsEditor editor)
        : base("add", Help)
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
        await _editor.ChangeAsync(parsed, name, Made, cancellationToken);
        return ExitCodes.Good;

        AgentGrant Made(AgentGrant? before) =>
            before is null
                ? _options.Apply(parsed, New(name))
                : throw new CommandException(
                    $"There is an agent '{name}' already. Change it with 'pinterest-mcp agents grant {name}'."
                );
    }

    private static AgentGrant New(string name) =>
        new()
        {
            Agent = name,
            Areas = new Dictionary<Area, AreaAccess> { [Area.Status] = AreaAccess.Read },
        };
}
