using System.Diagnostics;
using Pinterest.OpenApi.Mcp.Storage;
using Pinterest.OpenApi.Mcp.Storage.Postgres;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.PostgresTests.Support;

/// <summary>A log and approvals in a database of their own.</summary>
internal sealed class PostgresWorld(PostgresServer server) : StoreWorld
{
    private static readonly string[] Triggers =
    [
        "audit_is_not_updated",
        "audit_is_not_deleted",
        "audit_is_not_truncated",
        "audit_has_no_gap",
    ];

    public string Database => field ??= server.NewDatabaseAsync().GetAwaiter().GetResult();

    public PostgresAddress Address => server.AddressOf(Database);

    public override string Head => Path.Combine(Folder, "agents.head");

    public override Process StartWriter(string agent, int calls) =>
        StoreProcess.Start(OtherMachine.Place(Address, Head), agent, calls);

    /// <summary>Changes entries as the administrator does who hides it: the triggers are as they were afterwards.</summary>
    public override void Tamper(string sql) =>
        Edit(
            $"ALTER TABLE audit DISABLE TRIGGER ALL; {sql}; "
                + string.Concat(Triggers.Select(name => $"ALTER TABLE audit ENABLE ALWAYS TRIGGER {name};"))
        );

    public override void RemoveTrigger() => Edit("DROP TRIGGER audit_is_not_updated ON audit");

    public void Edit(string sql) => server.Edit(Database, sql);

    protected override AuditStore Open(TimeProvider time) => new PostgresStore(Address, time: time);

    protected override void Clean() => server.Drop(Database);
}
