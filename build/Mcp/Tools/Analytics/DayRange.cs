using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Analytics;

/// <summary>The days of a request for figures; the last 30 whole days when none are given.</summary>
internal sealed record DayRange(DateOnly Start, DateOnly End)
{
    private const int UsualDays = 30;

    public static IReadOnlyList<ToolParameter> Parameters { get; } =
    [ToolParameter.Day("start_date"), ToolParameter.Day("end_date")];

    public string StartText => $"{Start:yyyy-MM-dd}";

    public string EndText => $"{End:yyyy-MM-dd}";

    /// <exception cref="ToolArgumentException">It is reversed.</exception>
    public static DayRange Of(ToolArguments arguments, TimeProvider time)
    {
        var yesterday = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-1);
        var end = arguments.Day("end_date") ?? yesterday;
        var start = arguments.Day("start_date") ?? end.AddDays(1 - UsualDays);
        return start <= end
            ? new DayRange(start, end)
            : throw new ToolArgumentException("'start_date' is after 'end_date'.");
    }
}
