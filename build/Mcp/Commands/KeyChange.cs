using System.CommandLine;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Makes or ends a key for a command, and logs it.</summary>
/// <param name="output">What is printed.</param>
/// <param name="openLog">Opens the log.</param>
internal sealed class KeyChange(TextWriter output, Func<StoreChoice, IAuditLog> openLog)
{
    private readonly StoreOption _store = new();
    private readonly Option<bool> _revoke = new("--revoke") { Description = "End the key, and make none." };

    /// <summary>Adds the options.</summary>
    public void AddTo(Command command)
    {
        command.Add(_revoke);
        _store.AddTo(command);
    }

    /// <summary>Makes or ends the key.</summary>
    public async Task<int> RunAsync(ParseResult parsed, KeyOwner owner, CancellationToken cancellationToken)
    {
        var store = _store.Read(parsed);
        var isRevoked = parsed.GetValue(_revoke);
        var keys = owner.FileOf(store.File);

        // First the log: a key that nobody knows of must not exist.
        await openLog(store).WriteAsync(Entry(owner, isRevoked), cancellationToken);
        if (!isRevoked)
        {
            await output.WriteLineAsync(keys.Make(owner.Name));
            return ExitCodes.Good;
        }

        var had = keys.Revoke(owner.Name);
        await output.WriteLineAsync(
            had ? $"The key of {owner.Subject} has ended." : $"There was no key of {owner.Subject}."
        );
        return ExitCodes.Good;
    }

    private static AuditEntry Entry(KeyOwner owner, bool isRevoked) =>
        new()
        {
            CallId = Guid.CreateVersion7().ToString("N"),
            Stage = AuditStage.Change,
            Agent = owner.Agent,
            Tool = owner.Tool,
            Sentence = isRevoked
                ? $"A person ended the key of {owner.Subject}."
                : $"A person made a new key for {owner.Subject}.",
        };
}
