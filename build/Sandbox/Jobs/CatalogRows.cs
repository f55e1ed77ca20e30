using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>Makes the rows of reports on a catalog.</summary>
internal static class CatalogRows
{
    private const int Count = 5;

    private static readonly string[] Columns = ["item_id", "title", "report_type", "code", "severity", "message"];

    /// <summary>Makes the rows of a report.</summary>
    /// <param name="type">The type of the report, such as DISTRIBUTION_ISSUES.</param>
    public static JobTable Of(string type) =>
        new(
            Columns,
            Enumerable
                .Range(1, Count)
                .Select(number =>
                    (IReadOnlyList<JValue>)
                        [
                            new JValue($"item-{number}"),
                            new JValue($"Lamp, model \"{number}\""),
                            new JValue(type),
                            new JValue(100 + number),
                            new JValue(number % 2 == 0 ? "ERROR" : "WARN"),
                            new JValue("The picture is small."),
                        ]
                )
        );
}
