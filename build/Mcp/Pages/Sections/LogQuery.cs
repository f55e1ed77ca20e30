using System.Globalization;
using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Pages.Sections;

/// <summary>What of the log is looked for, as it stands in the address of the page. What makes no sense is left out.</summary>
internal sealed record LogQuery
{
    /// <summary>The most entries on one page: 50.</summary>
    public const int PageSize = 50;

    /// <summary>How many days the chart has: 30.</summary>
    public const int ChartDays = 30;

    private const int LongestText = 200;
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Gets a part of the sentence.</summary>
    public string? Text { get; private init; }

    /// <summary>Gets the agent.</summary>
    public string? Agent { get; private init; }

    /// <summary>Gets the area.</summary>
    public string? Area { get; private init; }

    /// <summary>Gets the decision.</summary>
    public string? Decision { get; private init; }

    /// <summary>Gets the first day.</summary>
    public DateOnly? From { get; private init; }

    /// <summary>Gets the last day.</summary>
    public DateOnly? To { get; private init; }

    /// <summary>Gets the number before which the entries stand.</summary>
    public long? Before { get; private init; }

    /// <summary>Gets which entries are shown. One more is read than is shown, to tell whether there are older ones.</summary>
    public AuditFilter Filter =>
        new()
        {
            Text = Text,
            Agent = Agent,
            Area = Area,
            Decision = Decision,
            From = Start(From),
            To = Start(To?.AddDays(1)),
            Before = Before,
            Limit = PageSize + 1,
        };

    /// <summary>Reads the address.</summary>
    public static LogQuery Read(IQueryCollection query) =>
        new()
        {
            Text = Value(query, "text") is { Length: <= LongestText } text ? text : null,
            Agent = Value(query, "agent") is { } agent && GrantValues.ProblemOfAgent(agent) is null ? agent : null,
            Area = OneOf(Value(query, "area"), GrantWords.Areas),
            Decision = OneOf(Value(query, "decision"), AuditWords.Decisions),
            From = Day(Value(query, "from")),
            To = Day(Value(query, "to")),
            Before = long.TryParse(Value(query, "before"), CultureInfo.InvariantCulture, out var before)
                ? before
                : null,
        };

    /// <summary>Gives what the chart counts: the same, but always the days up to today.</summary>
    public AuditFilter Chart(DateOnly today) =>
        Filter with
        {
            From = Start(today.AddDays(1 - ChartDays)),
            To = null,
            Before = null,
            Limit = ChartDays + 1,
        };

    /// <summary>Gives the address of the older entries.</summary>
    public string Older(long before)
    {
        var fields = new QueryString()
            .Add("text", Text ?? "")
            .Add("agent", Agent ?? "")
            .Add("area", Area ?? "")
            .Add("decision", Decision ?? "")
            .Add("from", Of(From))
            .Add("to", Of(To))
            .Add("before", before.ToString(CultureInfo.InvariantCulture));
        return $"{fields}#log";
    }

    /// <summary>Writes a day as a field of a form has it.</summary>
    public static string Of(DateOnly? day) => day?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "";

    private static string? Value(IQueryCollection query, string name) =>
        query[name] is [{ Length: > 0 } value] ? value.Trim() : null;

    private static string? OneOf(string? value, IEnumerable<string> known) => known.FirstOrDefault(one => one == value);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day < DateOnly.MaxValue
            ? day
            : null;

    private static DateTimeOffset? Start(DateOnly? day) =>
        day is { } start ? new DateTimeOffset(start, TimeOnly.MinValue, TimeSpan.Zero) : null;
}
