using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>Reads what a request wants to know of ads, from its body or its query.</summary>
internal sealed class AdsReportReader(TimeProvider clock)
{
    private const string Targeting = "_TARGETING";
    private const int UsualDays = 30;
    private const int LongestAnalytics = 90;
    private const int MadeUpEntities = 3;

    private static readonly string[] UsualColumns = ["SPEND_IN_MICRO_DOLLAR", "PAID_IMPRESSION"];

    // The column with the id of each level, and the member that picks some entities of it.
    private static readonly Dictionary<string, (string Column, string? Members)> Levels = new(StringComparer.Ordinal)
    {
        ["ADVERTISER"] = ("ADVERTISER_ID", null),
        ["CAMPAIGN"] = ("CAMPAIGN_ID", "campaign_ids"),
        ["AD_GROUP"] = ("AD_GROUP_ID", "ad_group_ids"),
        ["PIN_PROMOTION"] = ("PIN_PROMOTION_ID", "ad_ids"),
        ["KEYWORD"] = ("KEYWORD_ID", null),
        ["PRODUCT_GROUP"] = ("PRODUCT_GROUP_ID", "product_group_ids"),
        ["PRODUCT_ITEM"] = ("PRODUCT_ITEM_ID", "product_item_ids"),
    };

    /// <summary>Reads the report that a request asks for.</summary>
    /// <param name="call">The call.</param>
    /// <param name="longest">How many days the end of the report may be after its start.</param>
    /// <exception cref="SandboxError">400: the days make no sense. 501: the report would be too large.</exception>
    public AdsReport Read(ApiCall call, int longest)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var range = ReportRange.Read(
            Text(call, "start_date") ?? Day(today.AddDays(-UsualDays)),
            Text(call, "end_date") ?? Day(today),
            today,
            ReportRange.Oldest,
            longest
        );
        var level = Text(call, "level") ?? "ADVERTISER";
        var hasTargeting = level.EndsWith(Targeting, StringComparison.Ordinal);
        var columns = List(call, "columns");
        return new AdsReport
        {
            Entities = Entities(call, hasTargeting ? level[..^Targeting.Length] : level),
            Periods = ReportPeriod.Divide(range, Text(call, "granularity") ?? "DAY"),
            Columns = columns.Count > 0 ? columns : UsualColumns,
            TargetingTypes = hasTargeting ? Types(call) : [],
            IsByDate = Text(call, "primary_sort") == "BY_DATE",
        }.Checked();
    }

    /// <summary>Reads the figures that a request for analytics asks for, which are its reply and no file.</summary>
    /// <param name="call">The call.</param>
    /// <param name="column">The column with the id of the entity.</param>
    /// <param name="members">The parameter that picks entities; null for the ad account.</param>
    /// <exception cref="SandboxError">400: the days make no sense. 501: the reply would be too large.</exception>
    public AdsReport ReadAnalytics(ApiCall call, string column, string? members)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var range = ReportRange.Read(
            Text(call, "start_date")!,
            Text(call, "end_date")!,
            today,
            LongestAnalytics,
            LongestAnalytics
        );
        return new AdsReport
        {
            Entities = Entities(call, column, members),
            Periods = ReportPeriod.Divide(range, Text(call, "granularity")!, hasHourInDate: false),
            Columns = List(call, "columns"),
        }.Checked();
    }

    private static IReadOnlyList<string> Types(ApiCall call) =>
        List(call, "targeting_types") is { Count: > 0 } types ? types : ["GENDER"];

    private static IReadOnlyList<AdsEntity> Entities(ApiCall call, string level)
    {
        var (column, members) = Levels.GetValueOrDefault(level, ("ADVERTISER_ID", null));
        return Entities(call, column, members);
    }

    private static IReadOnlyList<AdsEntity> Entities(ApiCall call, string column, string? members)
    {
        var account = call.Path("ad_account_id");
        if (column is "ADVERTISER_ID" or "AD_ACCOUNT_ID")
        {
            return [new AdsEntity(account, column, account)];
        }

        var ids = members is null ? [] : List(call, members);
        if (ids.Count == 0)
        {
            ids =
            [
                .. Enumerable
                    .Range(1, MadeUpEntities)
                    .Select(number => AdsFigures.MadeUpId($"{account} {column} {number}")),
            ];
        }

        return [.. ids.Select(id => new AdsEntity(account, column, id))];
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(ApiCall call, string name) => call.Text(name) ?? call.Request.Text(name);

    private static IReadOnlyList<string> List(ApiCall call, string name)
    {
        var sent = call.Body[name] is JArray list
            ? list.OfType<JValue>().Select(item => Convert.ToString(item.Value, CultureInfo.InvariantCulture)!)
            : call.Request.List(name);
        return [.. sent.Distinct(StringComparer.Ordinal)];
    }
}
