using System.Runtime.CompilerServices;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Storage;
using Pinterest.OpenApi.Mcp.Storage.Postgres;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>Where the log and the approvals are kept: in a file, or in a database.</summary>
internal sealed record StoreChoice
{
    /// <summary>Gets the file. The files of the keys lie beside it, also where there is a database.</summary>
    public string File { get; init; } = ServerSettings.DefaultStore;

    /// <summary>Gets the database, or null for the file.</summary>
    public PostgresAddress? Postgres { get; init; }

    /// <summary>Gets the option that names the store to another command, with a space before it; or nothing.</summary>
    public string Options =>
        Postgres switch
        {
            { HasSecret: false } address => $" --postgres \"{address.Text}\"",
            null when File != ServerSettings.DefaultStore => $" --store \"{File}\"",
            _ => "",
        };

    /// <summary>Opens it. Nothing is read or written yet.</summary>
    /// <param name="time">The clock, or null for the usual one.</param>
    public AuditStore Open(TimeProvider? time = null) =>
        Postgres is { } address ? OpenDatabase(address, time) : new AgentStore(File, time: time);

    /// <summary>Opens the grants that lie in a database.</summary>
    /// <param name="store">The database, as <see cref="Open"/> gave it.</param>
    /// <param name="tools">The names of all tools, or null.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static StoredGrants GrantsIn(AuditStore store, IReadOnlyCollection<string>? tools) =>
        new PostgresGrants((PostgresStore)store, tools);

    // A method of its own, so that Npgsql is loaded only where a database is used.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static AuditStore OpenDatabase(PostgresAddress address, TimeProvider? time) =>
        // The system's clock is that of one machine; the machines share the clock of the database.
        new PostgresStore(address, time: ReferenceEquals(time, TimeProvider.System) ? null : time);
}
