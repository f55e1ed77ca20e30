using System.Buffers;
using System.Globalization;
using System.Text;
using Pinterest.OpenApi;
using Pinterest.OpenApi.Models;

namespace Samples;

/// <summary>
/// Writes the figures of the account and of each Pin, day by day for the last 30 days, into a CSV file.
/// </summary>
public static class AnalyticsToCsv
{
    private const int Days = 30;
    private const int PinsOfOneCall = 100;

    private static readonly MultiPinAnalyticsMetricType[] Metrics =
    [
        MultiPinAnalyticsMetricType.Impression,
        MultiPinAnalyticsMetricType.Save,
        MultiPinAnalyticsMetricType.PinClick,
        MultiPinAnalyticsMetricType.OutboundClick,
    ];

    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>Runs the sample.</summary>
    public static async Task<int> RunAsync(
        PinterestClientOptions options,
        TextWriter output,
        string file,
        CancellationToken cancellationToken
    )
    {
        var pinterest = new PinterestClient(options);

        // By the clock of the options, so that a test can say what day it is.
        var today = DateOnly.FromDateTime(options.TimeProvider.GetUtcNow().UtcDateTime);
        var start = today.AddDays(1 - Days);
        var pins = 0;

        // A row is written as it comes: the memory does not grow with the account.
        await using var csv = new StreamWriter(
            file,
            append: false,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
        )
        {
            NewLine = "\r\n",
        };
        await csv.WriteLineAsync(
            Row(["date", "kind", "id", "title", .. Metrics.Select(metric => metric.Value), "status"])
        );

        #region account
        var account = await pinterest.UserAccount.GetAsync(cancellationToken: cancellationToken);
        var ofAccount = await pinterest.UserAccount.GetAnalyticsAsync(
            start,
            today,
            cancellationToken: cancellationToken
        );
        foreach (var day in ofAccount["all"].DailyMetrics ?? [])
        {
            await csv.WriteLineAsync(
                Row([day.Date, "account", account.Id, account.Username, .. Figures(day.Metrics), day.DataStatus?.Value])
            );
        }
        #endregion

        var pages = pinterest.Pins.EnumerateAsync(new() { PageSize = PinsOfOneCall }, cancellationToken).AsPages();
        await foreach (var page in pages)
        {
            if (page.Items.Count == 0)
            {
                continue;
            }

            #region pins
            // One call for up to 100 Pins. The client paces such calls: Pinterest allows 60 a minute.
            var ofPins = await pinterest.Pins.GetManyAnalyticsAsync(
                page.Items.Select(pin => pin.Id),
                start,
                today,
                Metrics,
                cancellationToken: cancellationToken
            );
            foreach (var pin in page.Items)
            {
                if (ofPins.TryGetValue(pin.Id, out var split) && split.TryGetValue("all", out var figures))
                {
                    await WriteDaysAsync(csv, pin, figures.DailyMetrics ?? []);
                }
            }
            #endregion
            pins += page.Items.Count;
        }

        await output.WriteLineAsync(
            $"The figures of the account and of {pins} Pins from {start:O} to {today:O} are in {file}."
        );
        return 0;
    }

    private static async Task WriteDaysAsync(TextWriter csv, Pin pin, IEnumerable<PinAnalyticsDailyMetrics> days)
    {
        foreach (var day in days)
        {
            await csv.WriteLineAsync(
                Row([day.Date, "pin", pin.Id, pin.Title, .. Figures(day.Metrics), day.DataStatus?.Value])
            );
        }
    }

    private static IEnumerable<string> Figures(IDictionary<string, double>? metrics) =>
        Metrics.Select(metric =>
            metrics is not null && metrics.TryGetValue(metric.Value, out var value)
                ? value.ToString(CultureInfo.InvariantCulture)
                : ""
        );

    private static string Row(IEnumerable<string?> fields) => string.Join(',', fields.Select(Quote));

    #region quoting
    // RFC 4180: a field with a comma, a quote or a line break stands in quotes, and its own quotes are doubled.
    private static string Quote(string? field) =>
        field.AsSpan().ContainsAny(Special)
            ? $"\"{field!.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field ?? "";
    #endregion
}
