using System.Diagnostics;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Storage.Postgres;

namespace Pinterest.OpenApi.PostgresTests.Support;

/// <summary>What a process on another machine opens: the database, with a head of its own or a shared one.</summary>
internal sealed class OtherMachine : IDisposable
{
    /// <summary>What the program of the tests is told to use an approval.</summary>
    public const string Verb = "use-approval";

    public const string Account = "default";
    public const string Ready = "ready";
    private const char Separator = '|';

    private readonly PostgresStore _store;

    /// <summary>Opens a place that <see cref="Place"/> made.</summary>
    public OtherMachine(string place)
    {
        var parts = place.Split(Separator);
        var options = new PostgresStoreOptions { BusyTimeout = TimeSpan.FromSeconds(30) };
        _store = new PostgresStore(PostgresAddress.Parse(parts[0]), options);
        Log = new StoredAuditLog(_store, new AuditLogOptions { HeadFile = parts[1] });
    }

    public StoredAuditLog Log { get; }

    public StoredApprovals Approvals => new(_store, Log);

    /// <summary>Names a database and a head to another process.</summary>
    public static string Place(PostgresAddress address, string head) => address.Text + Separator + head;

    /// <summary>Starts a process that uses an approval once it is told to.</summary>
    public static Process Start(string place, string agent, string hash) =>
        Process.Start(
            new ProcessStartInfo("dotnet", [typeof(OtherMachine).Assembly.Location, Verb, place, agent, hash])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;

    /// <summary>Says that it is ready, waits for a line, and says whether it got the approval.</summary>
    public async Task RaceAsync(string agent, string hash)
    {
        // What opens the database must not decide the race.
        await Log.CountCreationsAsync(agent, long.MaxValue, CancellationToken.None);
        await Console.Out.WriteLineAsync(Ready);
        await Console.In.ReadLineAsync();
        var used = await Approvals.TryUseAsync(agent, Account, hash, CancellationToken.None);
        await Console.Out.WriteLineAsync(used is null ? "no" : "yes");
    }

    public void Dispose() => _store.Dispose();
}
