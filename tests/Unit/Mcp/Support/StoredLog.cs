using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Unit.Mcp.Support;

/// <summary>A log and approvals in a file that is gone after the test, and somebody who edits it by hand.</summary>
internal sealed class StoredLog : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-openapi-test-");
    private readonly List<AgentStore> _stores = [];

    public StoredLog()
    {
        Log = NewLog();
        Approvals = new SqliteApprovals(_stores[0], Log);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 26, 20, 59, 0, TimeSpan.Zero));

    public string Folder => _folder.FullName;

    public string Path => System.IO.Path.Combine(Folder, "private", AgentStore.FileName);

    public string Head => System.IO.Path.ChangeExtension(Path, ".head");

    public AgentStore Store => _stores[0];

    public SqliteAuditLog Log { get; }

    public SqliteApprovals Approvals { get; }

    public static AuditEntry Intent(string agent = "blog-helper", string call = "c1", bool isCreation = false) =>
        new()
        {
            CallId = call,
            Stage = AuditStage.Intent,
            Agent = agent,
            Account = "default",
            Session = "s1",
            Tool = "pinterest_create_pin",
            Operation = "pins/create",
            Area = "pins",
            IsCreation = isCreation,
            Sentence = AuditSentence.Intent(agent, "put a Pin on the board \"Kitchens\""),
        };

    public static AuditEntry Outcome(
        AuditOutcome outcome = AuditOutcome.Done,
        string agent = "blog-helper",
        string call = "c1"
    ) =>
        Intent(agent, call) with
        {
            Stage = AuditStage.Outcome,
            Decision = outcome == AuditOutcome.Denied ? "denied" : "allowed",
            Rule = "areas.pins=full",
            Outcome = outcome,
            Boards = ["7", "8"],
            Pins = ["9"],
            Milliseconds = 12.3456,
            Remaining = 99,
            Sentence = AuditSentence.Of(agent, "put a Pin on the board \"Kitchens\"", outcome),
        };

    public static AgentCall Call(string arguments = "{}") =>
        new()
        {
            Tool = "pinterest_create_pin",
            Area = Area.Pins,
            Kind = CallKind.Write,
            Operations = ["pins/create"],
            Arguments = arguments,
            Summary = new CallSummary
            {
                Action = "put a Pin on the board \"Kitchens\"",
                Lines = [new SummaryLine("Board", "Kitchens"), new SummaryLine("Title", "Oak table")],
                Picture = "https://i.pinimg.com/a.jpg",
                PictureBytes = [1, 2, 3],
            },
        };

    /// <summary>Opens the file once more, as another server would.</summary>
    public SqliteAuditLog NewLog(AuditLogOptions? options = null)
    {
        var store = new AgentStore(Path, time: Time);
        _stores.Add(store);
        return new SqliteAuditLog(store, options);
    }

    /// <summary>Opens approvals once more, as another server would.</summary>
    public SqliteApprovals NewApprovals()
    {
        var log = NewLog();
        return new SqliteApprovals(_stores[^1], log);
    }

    /// <summary>Writes whole calls, two entries each.</summary>
    public async Task WriteCallsAsync(int count, string agent = "blog-helper")
    {
        for (var i = 0; i < count; i++)
        {
            var call = $"{agent}-{Guid.NewGuid():N}";
            await Log.WriteAsync(Intent(agent, call), default);
            Time.Advance(TimeSpan.FromSeconds(1));
            await Log.WriteAsync(Outcome(AuditOutcome.Done, agent, call), default);
        }
    }

    /// <summary>Edits the file past the log, as somebody with a database tool would.</summary>
    public void Edit(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Edits the file after taking the triggers away.</summary>
    public void Tamper(string sql) =>
        Edit(
            "DROP TRIGGER audit_is_not_updated; DROP TRIGGER audit_is_not_deleted; DROP TRIGGER audit_has_no_gap;" + sql
        );

    public void Dispose()
    {
        foreach (var store in _stores)
        {
            store.Dispose();
        }

        _folder.Delete(recursive: true);
    }
}
