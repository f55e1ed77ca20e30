using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>Makes the rows of an export of leads: at most ten, on days of the range.</summary>
internal static class LeadRows
{
    private const int Most = 10;

    private static readonly string[] Columns = ["lead_id", "ad_id", "created_date", "full_name", "email"];

    public static JobTable Of(string ad, ReportRange range) =>
        new(
            Columns,
            Enumerable
                .Range(0, Math.Min(Most, range.Days))
                .Select(number =>
                    (IReadOnlyList<JValue>)
                        [
                            new JValue(AdsFigures.MadeUpId($"{ad} lead {number}")),
                            new JValue(ad),
                            new JValue(
                                range.Start.AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                            ),
                            new JValue(FormattableString.Invariant($"Lead, number {number}")),
                            new JValue(FormattableString.Invariant($"lead{number}@example.com")),
                        ]
                )
        );
}
