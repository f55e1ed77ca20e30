using System.Globalization;
using System.Text;
using Pinterest.OpenApi.Mcp.Approvals;

namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>One column of the log, and how its value stands in an export.</summary>
/// <param name="Name">The name in the file and in exports.</param>
/// <param name="Value">What it holds.</param>
/// <param name="MaxLength">The longest text that is stored; a longer one is cut.</param>
internal sealed record AuditColumn(
    string Name,
    AuditValue Value = AuditValue.Text,
    int MaxLength = AuditColumn.UsualLength
)
{
    private const int UsualLength = 256;
    private const int LongestSentence = 2_000;
    private const int LongestTexts = 64 * 1024;
    private const int LongestIds = 4_000;

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The name of the agent.</summary>
    public static readonly AuditColumn Agent = new("agent");

    /// <summary>All columns but the two hashes, sorted by name, as the canonical form has them.</summary>
    public static readonly AuditColumn[] Hashed =
    [
        new("account"),
        Agent,
        new("approval_id"),
        new("approved_at", AuditValue.Time),
        new("approved_by"),
        new("area"),
        new("arguments_hash"),
        new("at", AuditValue.Time),
        new("boards", AuditValue.Ids, LongestIds),
        new("call_id"),
        new("decision"),
        new("error_kind"),
        new("is_creation", AuditValue.Flag),
        new("milliseconds", AuditValue.Real),
        new("number", AuditValue.Number),
        new("operation"),
        new("outcome"),
        new("pins", AuditValue.Ids, LongestIds),
        new("remaining", AuditValue.Number),
        new("request_id"),
        new("rule"),
        new("sentence", AuditValue.Text, LongestSentence),
        new("session"),
        new("stage"),
        new("texts", AuditValue.Text, LongestTexts),
        new("tool"),
    ];

    /// <summary>Writes the value as JSON. A value of another type than the column's is written as it is.</summary>
    public void AppendJson(StringBuilder text, object value)
    {
        switch (value)
        {
            case long time when Value is AuditValue.Time && IsTime(time):
                CanonicalJson.AppendString(text, FormatTime(time));
                break;
            case 1L when Value is AuditValue.Flag:
                text.Append("true");
                break;
            case string ids when Value is AuditValue.Ids:
                AppendIds(text, ids);
                break;
            case string other:
                CanonicalJson.AppendString(text, other);
                break;
            default:
                text.Append(string.Create(CultureInfo.InvariantCulture, $"{value}"));
                break;
        }
    }

    /// <summary>Writes the value for a table.</summary>
    public string Text(object value) =>
        value switch
        {
            long time when Value is AuditValue.Time && IsTime(time) => FormatTime(time),
            1L when Value is AuditValue.Flag => "true",
            0L when Value is AuditValue.Flag => "false",
            _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
        };

    /// <summary>Says whether the value is left out of the canonical form.</summary>
    public bool IsLeftOut(object? value) => value is null or DBNull || (Value is AuditValue.Flag && value is 0L);

    private static bool IsTime(long milliseconds) =>
        milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
        && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private static string FormatTime(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static void AppendIds(StringBuilder text, string ids)
    {
        text.Append('[');
        var isFirst = true;
        foreach (var id in ids.Split(' '))
        {
            if (!isFirst)
            {
                text.Append(',');
            }

            isFirst = false;
            CanonicalJson.AppendString(text, id);
        }

        text.Append(']');
    }
}
