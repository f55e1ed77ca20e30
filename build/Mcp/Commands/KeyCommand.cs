using System.CommandLine;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Makes the key by which an agent says over HTTP who it is.</summary>
internal sealed class KeyCommand : Command
{
    private const string Help = """
        Makes a new key for an agent that connects over HTTP, and prints it once; only a hash of it is kept. The key that the agent had
        ends at once. What the agent may do stands in the grants.

        Example: pinterest-mcp agents key blog-helper
        Example: pinterest-mcp agents key blog-helper --revoke
        """;

    private readonly Argument<string> _name = AgentsEditor.Name();
    private readonly Option<FileInfo?> _store = SharedOptions.Store();
    private readonly Option<bool> _revoke = new("--revoke")
    {
        Description = "End the key of the agent, and make none.",
    };
    private readonly TextWriter _output;
    private readonly Func<FileInfo?, IAuditLog> _openLog;

    /// <summary>Makes the command.</summary>
    /// <param name="output">What it prints.</param>
    /// <param name="openLog">Opens the log in a file; null for the usual one.</param>
    public KeyCommand(TextWriter output, Func<FileInfo?, IAuditLog> openLog)
        : base("key", Help)
    {
        _output = output;
        _openLog = openLog;
        Add(_name);
        Add(_revoke);
        Add(_store);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var agent = parsed.GetValue(_name)!;
        var file = parsed.GetValue(_store);
        var isRevoked = parsed.GetValue(_revoke);
        var keys = AgentKeys.Beside(file?.FullName ?? ServerSettings.DefaultStore);

        // First the log: a key that nobody knows of must not exist.
        await _openLog(file).WriteAsync(Entry(agent, isRevoked), cancellationToken);
        if (!isRevoked)
        {
            await _output.WriteLineAsync(keys.Make(agent));
            return ExitCodes.Good;
        }

        var had = keys.Revoke(agent);
        await _output.WriteLineAsync(had ? $"The key of {agent} has ended." : $"{agent} had no key.");
        return ExitCodes.Good;
    }

    private static AuditEntry Entry(string agent, bool isRevoked) =>
        new()
        {
            CallId = Guid.CreateVersion7().ToString("N"),
            Stage = AuditStage.Change,
            Agent = agent,
            Tool = "agents key",
            Sentence = isRevoked ? $"A person ended the key of {agent}." : $"A person made a new key for {agent}.",
        };
}
