using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Unit.Mcp.Support;

/// <summary>A log and approvals in a file.</summary>
internal sealed class StoredLog : StoreWorld
{
    public string Path => System.IO.Path.Combine(Folder, "private", AgentStore.FileName);

    public override string Head => System.IO.Path.ChangeExtension(Path, ".head");

    public AgentStore Store => (AgentStore)Main;

    public override Process StartWriter(string agent, int calls) => StoreProcess.Start(Path, agent, calls);

    /// <summary>Edits the file past the log, as somebody with a database tool would.</summary>
    public void Edit(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public override void Tamper(string sql) =>
        Edit(
            "DROP TRIGGER audit_is_not_updated; DROP TRIGGER audit_is_not_deleted; DROP TRIGGER audit_has_no_gap;" + sql
        );

    public override void RemoveTrigger() => Edit("DROP TRIGGER audit_is_not_updated");

    protected override AuditStore Open(TimeProvider time) => new AgentStore(Path, time: time);
}
