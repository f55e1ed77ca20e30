using System.Globalization;
using Pinterest.OpenApi;
using Pinterest.OpenApi.Models;

namespace Samples;

/// <summary>Adds up what campaigns have cost in the last 365 days. Pinterest makes the report in the background.</summary>
public static class AdsReport
{
    private const int Days = 365;

    /// <summary>Runs the sample. Gives 0 when the report was read, 1 when Pinterest could not make it.</summary>
    public static async Task<int> RunAsync(
        PinterestClientOptions options,
        TextWriter output,
        string adAccountId,
        IReadOnlyList<string> campaignIds,
        CancellationToken cancellationToken
    )
    {
        var pinterest = new PinterestClient(options);
        var today = DateOnly.FromDateTime(options.TimeProvider.GetUtcNow().UtcDateTime);

        #region request
        var request = new AdsReportRequest
        {
            StartDate = Day(today.AddDays(1 - Days)),
            EndDate = Day(today),
            Granularity = Granularity.Day,
            Level = MetricsReportingLevel.Campaign,
            CampaignIds = [.. campaignIds],
            Columns = [AdsReportColumn.CampaignId, AdsReportColumn.SpendInDollar],
        };
        #endregion

        #region rows
        // A year takes two reports. Their rows come one after another, as they are downloaded.
        var spent = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        await foreach (
            var row in pinterest.ReadAdsReportAsync(adAccountId, request, cancellationToken: cancellationToken)
        )
        {
            var campaign = row.CampaignId ?? "unknown";
            spent[campaign] = spent.GetValueOrDefault(campaign) + (row.SpendInDollar ?? 0);
        }
        #endregion

        foreach (var (campaign, dollars) in spent)
        {
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Campaign {campaign}: {dollars:0.00} dollars in {Days} days."
                )
            );
        }

        return 0;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
