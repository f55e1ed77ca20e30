using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>
/// One entry as the store has it: a value for each column, whatever somebody made of it. The canonical form is made of
/// these values, so that no change of a column stays unseen.
/// </summary>
internal sealed class AuditRow
{
    private const int Decimals = 3;
    private const int MostIds = 100;

    private static readonly string Names = string.Join(", ", AuditColumn.Hashed.Select(column => column.Name));
    private readonly object?[] _values;

    private AuditRow(object?[] values, string previous, string hash)
    {
        _values = values;
        Previous = previous;
        Hash = hash;
    }

    /// <summary>Gets what a query selects for <see cref="Read"/>.</summary>
    public static string Columns { get; } = Names + ", previous, hash";

    /// <summary>Gets the statement that adds a row.</summary>
    public static string Insert { get; } =
        $"INSERT INTO audit ({Columns}) VALUES ("
        + string.Join(", ", AuditColumn.Hashed.Select(column => "@" + column.Name))
        + ", @previous, @hash)";

    public string Previous { get; }

    public string Hash { get; }

    public long Number => Get("number") as long? ?? 0;

    public long At => Get("at") as long? ?? 0;

    /// <summary>Makes the row that follows another one. Texts become plain lines, and are cut where they are long.</summary>
    public static AuditRow After(AuditLink last, AuditEntry entry, long at)
    {
        var values = Values(entry, last.Number + 1, at);
        return new AuditRow(values, last.Hash, ComputeHash(last.Hash, values));
    }

    /// <summary>Reads a row of <see cref="Columns"/>.</summary>
    public static AuditRow Read(DbDataReader reader)
    {
        var values = new object?[AuditColumn.Hashed.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
        }

        return new AuditRow(values, reader.GetString(values.Length), reader.GetString(values.Length + 1));
    }

    /// <summary>Sets the parameters of <see cref="Insert"/>.</summary>
    public void Bind(DbCommand command)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            StoreTransaction.Bind(command, ("@" + AuditColumn.Hashed[i].Name, _values[i]));
        }

        StoreTransaction.Bind(command, ("@previous", Previous), ("@hash", Hash));
    }

    /// <summary>Computes the hash anew from the values.</summary>
    public string ComputeHash() => ComputeHash(Previous, _values);

    /// <summary>Writes the row as one line of JSON with both hashes, members sorted.</summary>
    public string ToJson()
    {
        var text = new StringBuilder("{");
        foreach (var (column, value) in AuditColumn.Hashed.Zip(_values))
        {
            AppendHashBefore(text, column.Name);
            Append(text, column, value);
        }

        return text.Append('}').ToString();
    }

    /// <summary>Gives the values as texts, in the order of the columns and with both hashes at the end.</summary>
    public IEnumerable<string> Texts() =>
        AuditColumn
            .Hashed.Zip(_values, (column, value) => value is null ? "" : column.Text(value))
            .Append(Previous)
            .Append(Hash);

    public AuditEntry ToEntry() =>
        new()
        {
            Number = Number,
            CallId = Text("call_id") ?? "",
            Stage = AuditWords.Stage(Text("stage") ?? ""),
            At = Time("at") ?? DateTimeOffset.UnixEpoch,
            Agent = Text("agent"),
            Session = Text("session"),
            Account = Text("account"),
            Tool = Text("tool") ?? "",
            Operation = Text("operation"),
            Area = Text("area"),
            Decision = Text("decision"),
            Rule = Text("rule"),
            ApprovalId = Text("approval_id"),
            ApprovedBy = Text("approved_by"),
            ApprovedAt = Time("approved_at"),
            ArgumentsHash = Text("arguments_hash"),
            Boards = Ids("boards"),
            Pins = Ids("pins"),
            IsCreation = Get("is_creation") is 1L,
            Outcome = AuditWords.OutcomeOf(Text("outcome")),
            ErrorKind = Text("error_kind"),
            RequestId = Text("request_id"),
            Milliseconds = Get("milliseconds") as double?,
            Remaining = Get("remaining") as long?,
            Sentence = Text("sentence") ?? "",
            Texts = Text("texts"),
            Previous = Previous,
            Hash = Hash,
        };

    private static object?[] Values(AuditEntry entry, long number, long at) =>
        [
            .. AuditColumn.Hashed.Select(column =>
                Raw(entry, column.Name, number, at) switch
                {
                    string text when column.Value is AuditValue.Ids => text,
                    string text => HarmlessText.Line(text, column.MaxLength),
                    IReadOnlyList<string> ids => JoinIds(ids, column.MaxLength),
                    var other => other,
                }
            ),
        ];

    private static object? Raw(AuditEntry entry, string column, long number, long at) =>
        column switch
        {
            "account" => entry.Account,
            "agent" => entry.Agent,
            "approval_id" => entry.ApprovalId,
            "approved_at" => entry.ApprovedAt?.ToUnixTimeMilliseconds(),
            "approved_by" => entry.ApprovedBy,
            "area" => entry.Area,
            "arguments_hash" => entry.ArgumentsHash,
            "at" => at,
            "boards" => entry.Boards,
            "call_id" => entry.CallId,
            "decision" => entry.Decision,
            "error_kind" => entry.ErrorKind,
            "is_creation" => entry.IsCreation ? 1L : 0L,
            "milliseconds" => Rounded(entry.Milliseconds),
            "number" => number,
            "operation" => entry.Operation,
            "outcome" => entry.Outcome is { } outcome ? AuditWords.Of(outcome) : null,
            "pins" => entry.Pins,
            "remaining" => entry.Remaining,
            "request_id" => entry.RequestId,
            "rule" => entry.Rule,
            "sentence" => entry.Sentence,
            "session" => entry.Session,
            "stage" => AuditWords.Of(entry.Stage),
            "texts" => entry.Texts,
            "tool" => entry.Tool,
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "There is no such column."),
        };

    private static double? Rounded(double? milliseconds) =>
        milliseconds is { } value && double.IsFinite(value) ? Math.Round(value, Decimals) : null;

    // The space separates, so none may be within.
    private static string? JoinIds(IReadOnlyList<string> ids, int maxLength)
    {
        const int LongestId = 64;
        var joined = string.Join(
            ' ',
            ids.Take(MostIds)
                .Select(id => HarmlessText.Line(id, LongestId).Replace(' ', '_'))
                .Where(id => id.Length > 0)
        );
        if (joined.Length == 0)
        {
            return null;
        }

        return joined.Length <= maxLength ? joined : joined[..joined.LastIndexOf(' ', maxLength)];
    }

    private static string ComputeHash(string previous, object?[] values)
    {
        var text = new StringBuilder(previous).Append("\n{");
        foreach (var (column, value) in AuditColumn.Hashed.Zip(values))
        {
            Append(text, column, value);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Append('}').ToString())));
    }

    private static void Append(StringBuilder text, AuditColumn column, object? value)
    {
        if (!column.IsLeftOut(value))
        {
            AppendName(text, column.Name);
            column.AppendJson(text, value!);
        }
    }

    // The two hashes stand among the other members by their names.
    private void AppendHashBefore(StringBuilder text, string column)
    {
        if (column == "is_creation")
        {
            AppendName(text, "hash");
            CanonicalJson.AppendString(text, Hash);
        }

        if (column == "remaining")
        {
            AppendName(text, "previous");
            CanonicalJson.AppendString(text, Previous);
        }
    }

    private static void AppendName(StringBuilder text, string name)
    {
        if (text[^1] != '{')
        {
            text.Append(',');
        }

        CanonicalJson.AppendString(text, name);
        text.Append(':');
    }

    private object? Get(string column) => _values[Array.FindIndex(AuditColumn.Hashed, each => each.Name == column)];

    private string? Text(string column) => Get(column) as string;

    private DateTimeOffset? Time(string column) =>
        Get(column) is long milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;

    private string[] Ids(string column) => Text(column) is { } ids ? ids.Split(' ') : [];
}
