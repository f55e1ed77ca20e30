using System.Data.Common;
using System.Text;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>Makes a statement of a filter, and reads what it finds.</summary>
internal sealed class AuditQuery
{
    private const long MillisecondsOfDay = 24 * 60 * 60 * 1000;
    private const string HasNoOutcome =
        "(a.stage = 'intent' AND NOT EXISTS "
        + "(SELECT 1 FROM audit o WHERE o.call_id = a.call_id AND o.stage = 'outcome'))";

    private readonly StringBuilder _where = new("1 = 1");
    private readonly List<(string Name, object? Value)> _values = [];
    private readonly AuditFilter _filter;

    public AuditQuery(AuditFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        ArgumentOutOfRangeException.ThrowIfLessThan(filter.Limit, 1, nameof(filter));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filter.Limit, AuditFilter.MaxLimit, nameof(filter));
        _filter = filter;
        if (!filter.EveryEntry)
        {
            And($"(a.stage <> 'intent' OR {HasNoOutcome})");
        }

        And("a.agent = @agent", "@agent", filter.Agent);
        And("a.area = @area", "@area", filter.Area?.ToLowerInvariant());
        And("a.decision = @decision", "@decision", filter.Decision?.ToLowerInvariant());
        And("a.at >= @from", "@from", filter.From?.ToUnixTimeMilliseconds());
        And("a.at < @to", "@to", filter.To?.ToUnixTimeMilliseconds());
        And("a.number < @before", "@before", filter.Before);
        And("a.number > @after", "@after", filter.After);
        And("lower(a.sentence) LIKE @text ESCAPE '\\'", "@text", filter.Text is { } text ? $"%{Escaped(text)}%" : null);
        AndOutcome(filter.Outcome);
    }

    /// <summary>Reads the rows.</summary>
    public IReadOnlyList<AuditRow> Read(StoreTransaction transaction, CancellationToken cancellationToken)
    {
        var direction = _filter.OldestFirst ? "ASC" : "DESC";
        using var command = transaction.Command(
            $"SELECT {AuditRow.Columns} FROM audit a WHERE {_where} ORDER BY a.number {direction} LIMIT {_filter.Limit}",
            [.. _values]
        );
        using var reader = command.ExecuteReader();
        var rows = new List<AuditRow>();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add(AuditRow.Read(reader));
        }

        return rows;
    }

    /// <summary>Counts the calls that were decided, by day. Days without a call are left out.</summary>
    public IReadOnlyList<AuditDay> CountByDay(StoreTransaction transaction)
    {
        using var command = transaction.Command(
            $"""
            SELECT a.at / {MillisecondsOfDay} AS day, {Sum("allowed")}, {Sum("ask")}, {Sum("denied")}
            FROM audit a WHERE {_where} AND a.stage = 'outcome' AND a.decision IS NOT NULL
            GROUP BY day ORDER BY day DESC LIMIT {_filter.Limit}
            """,
            [.. _values]
        );
        using var reader = command.ExecuteReader();
        var days = new List<AuditDay>();
        while (reader.Read())
        {
            var day = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)reader.GetInt64(0));
            days.Add(new AuditDay(day, Count(reader, 1), Count(reader, 2), Count(reader, 3)));
        }

        days.Reverse();
        return days;
    }

    /// <summary>Says of an intent without an outcome that nobody knows it.</summary>
    public AuditEntry Entry(AuditRow row)
    {
        var entry = row.ToEntry();
        return _filter.EveryEntry || entry.Stage != AuditStage.Intent
            ? entry
            : entry with
            {
                Outcome = AuditOutcome.Unknown,
                Sentence = AuditSentence.WithoutOutcome(entry.Sentence),
            };
    }

    private void AndOutcome(AuditOutcome? outcome)
    {
        if (outcome is not { } wanted)
        {
            return;
        }

        var isIt = "a.outcome = @outcome";
        And(wanted == AuditOutcome.Unknown ? $"({isIt} OR {HasNoOutcome})" : isIt);
        _values.Add(("@outcome", AuditWords.Of(wanted)));
    }

    private void And(string condition, string name, object? value)
    {
        if (value is not null)
        {
            And(condition);
            _values.Add((name, value));
        }
    }

    private void And(string condition) => _where.Append(" AND ").Append(condition);

    private static string Sum(string decision) => $"SUM(CASE WHEN a.decision = '{decision}' THEN 1 ELSE 0 END)";

    private static int Count(DbDataReader reader, int column) => (int)Math.Min(reader.GetInt64(column), int.MaxValue);

    // Both databases lower A to Z only: SQLite by itself, PostgreSQL by the collation of the column.
    private static string Escaped(string text) =>
        string.Concat(text.Select(letter => char.IsAsciiLetterUpper(letter) ? char.ToLowerInvariant(letter) : letter))
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
