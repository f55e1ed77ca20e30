using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>A report on ads: the entities, the days and the columns of its rows.</summary>
internal sealed record AdsReport
{
    /// <summary>The column of the day.</summary>
    public const string DateColumn = "DATE";

    private const string TargetingType = "TARGETING_TYPE";
    private const string TargetingValue = "TARGETING_VALUE";
    private const long MostValues = 1_000_000;

    // Each targeting type has two values, whatever it is.
    private static readonly string[] ValuesOfType = ["A", "B"];

    public required IReadOnlyList<AdsEntity> Entities { get; init; }

    public required IReadOnlyList<ReportPeriod> Periods { get; init; }

    /// <summary>Gets the columns that were asked for.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Gets the targeting types of the rows; none when the level has no targeting.</summary>
    public IReadOnlyList<string> TargetingTypes { get; init; } = [];

    /// <summary>Gets whether the rows are sorted by day first, and not by entity.</summary>
    public bool IsByDate { get; init; }

    /// <summary>Gives the report back when it is not too large to be made.</summary>
    /// <exception cref="SandboxError">501: it would have more than a million values.</exception>
    public AdsReport Checked()
    {
        var parts = Math.Max(1, TargetingTypes.Count * ValuesOfType.Length);
        var values = (long)Entities.Count * Periods.Count * parts * AllColumns().Count;
        return values <= MostValues
            ? this
            : throw new SandboxError(
                StatusCodes.Status501NotImplemented,
                0,
                $"The report would have {values} values; the sandbox allows at most {MostValues}. Request fewer "
                    + "days or columns."
            );
    }

    public JobTable Table() => new(AllColumns(), Rows()) { GroupColumn = Entities[0].IdColumn };

    private List<string> AllColumns() =>
        [
            Entities[0].IdColumn,
            .. Periods[0].Label is null ? Array.Empty<string>() : [DateColumn],
            .. TargetingTypes.Count == 0 ? Array.Empty<string>() : [TargetingType, TargetingValue],
            .. Columns.Where(column => column != Entities[0].IdColumn),
        ];

    private IEnumerable<IReadOnlyList<JValue>> Rows()
    {
        if (IsByDate)
        {
            return Periods.SelectMany(period => Entities.SelectMany(entity => Rows(entity, period)));
        }

        return Entities.SelectMany(entity => Periods.SelectMany(period => Rows(entity, period)));
    }

    private IEnumerable<IReadOnlyList<JValue>> Rows(AdsEntity entity, ReportPeriod period)
    {
        var columns = AllColumns();
        if (TargetingTypes.Count == 0)
        {
            yield return [.. columns.Select(column => Value(column, entity, period, "", ""))];
            yield break;
        }

        foreach (var type in TargetingTypes)
        {
            foreach (var value in ValuesOfType)
            {
                yield return [.. columns.Select(column => Value(column, entity, period, type, value))];
            }
        }
    }

    private static JValue Value(string column, AdsEntity entity, ReportPeriod period, string type, string value) =>
        column switch
        {
            DateColumn => new JValue(period.Label),
            TargetingType => new JValue(type),
            TargetingValue => new JValue(value),
            _ => AdsFigures.Value(column, entity, period, $"{type}{value}"),
        };
}
