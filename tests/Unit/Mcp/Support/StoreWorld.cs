using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Unit.Mcp.Support;

/// <summary>A log and approvals that are gone after the test, and somebody who edits them by hand.</summary>
internal abstract class StoreWorld : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-openapi-test-");
    private readonly List<AuditStore> _stores = [];

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 26, 20, 59, 0, TimeSpan.Zero));

    public string Folder => _folder.FullName;

    /// <summary>Gets the file that notes the last entry.</summary>
    public abstract string Head { get; }

    public StoredAuditLog Log => field ??= new StoredAuditLog(Main, WithHead(null));

    public StoredApprovals Approvals => field ??= new StoredApprovals(Main, Log);

    /// <summary>Gets the store of <see cref="Log"/>.</summary>
    protected AuditStore Main => field ??= NewStore();

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

    /// <summary>Opens the log once more, as another server would.</summary>
    public StoredAuditLog NewLog(
        AuditLogOptions? options = null,
        TimeProvider? time = null,
        ILogger<StoredAuditLog>? logger = null
    ) => new(NewStore(time), WithHead(options), logger);

    /// <summary>Opens approvals once more, as another server would.</summary>
    public StoredApprovals NewApprovals()
    {
        var store = NewStore();
        return new StoredApprovals(store, new StoredAuditLog(store, WithHead(null)));
    }

    /// <summary>Opens the store once more, for a server that asks clients.</summary>
    public ClientConfirmation NewConfirmation() => new(NewStore());

    /// <summary>Starts another process that writes calls, and prints the number of each entry once it is written.</summary>
    public abstract Process StartWriter(string agent, int calls);

    /// <summary>Changes entries past the log, as somebody does who may take the triggers away.</summary>
    public abstract void Tamper(string sql);

    /// <summary>Takes one trigger away.</summary>
    public abstract void RemoveTrigger();

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

    public void Dispose()
    {
        foreach (var store in _stores)
        {
            store.Dispose();
        }

        Clean();
        _folder.Delete(recursive: true);
    }

    /// <summary>Opens the store once more, as another server would.</summary>
    public AuditStore NewStore(TimeProvider? time = null)
    {
        var store = Open(time ?? Time);
        _stores.Add(store);
        return store;
    }

    /// <summary>Opens the store.</summary>
    protected abstract AuditStore Open(TimeProvider time);

    /// <summary>Removes what is not in the folder.</summary>
    protected virtual void Clean() { }

    private AuditLogOptions WithHead(AuditLogOptions? options) =>
        options?.HeadFile is null ? (options ?? new AuditLogOptions()) with { HeadFile = Head } : options;
}
