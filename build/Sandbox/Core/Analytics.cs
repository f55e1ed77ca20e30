using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>
/// Makes the reports of Pins and accounts from the figures of Pins. An account has the sum of its Pins.
/// </summary>
internal sealed class Analytics(SandboxState state, TimeProvider clock, bool takesAnyDay)
{
    private const int MonthDays = 30;
    private const string All = "all";

    // The days before today whose figures may still change. The sandbox's figures do not, but a client must expect it.
    private const int EstimatedDays = 2;

    private static readonly string[] AccountMetrics =
    [
        "ENGAGEMENT",
        "ENGAGEMENT_RATE",
        "IMPRESSION",
        "OUTBOUND_CLICK",
        "OUTBOUND_CLICK_RATE",
        "PIN_CLICK",
        "PIN_CLICK_RATE",
        "SAVE",
        "SAVE_RATE",
    ];
    private static readonly string[] LifetimeMetrics =
    [
        "IMPRESSION",
        "SAVE",
        "PIN_CLICK",
        "OUTBOUND_CLICK",
        "TOTAL_COMMENTS",
        "TOTAL_REACTIONS",
    ];

    // The apps and their shares of every figure, in percent.
    private static readonly (string Name, int Share)[] Apps = [("MOBILE", 70), ("TABLET", 10), ("WEB", 20)];

    private readonly PinFigures _figures = new(state, clock);

    public JObject OfPin(ApiCall call, Pin pin)
    {
        var days = AnalyticsDays.Read(call, _figures.Today, takesAnyDay);
        var metrics = call.Request.List("metric_types");
        return Split(
            call,
            share => new JObject
            {
                ["daily_metrics"] = Daily(days, [pin], metrics, share),
                ["lifetime_metrics"] = new JObject(
                    metrics
                        .Where(LifetimeMetrics.Contains)
                        .Select(metric => new JProperty(metric, (long)_figures.Lifetime(pin, metric, share)))
                ),
                ["summary_metrics"] = Values([pin], days, metrics, share),
            }
        );
    }

    public JObject OfAccount(ApiCall call)
    {
        var days = AnalyticsDays.Read(call, _figures.Today, takesAnyDay);
        var metrics = call.Request.List("metric_types") is { Count: > 0 } asked ? asked : AccountMetrics;
        var pins = state.PinsOfUser(call.Caller.UserId).NewestFirst().Where(pin => Fits(call, pin)).ToList();
        return Split(
            call,
            share => new JObject
            {
                ["daily_metrics"] = Daily(days, pins, metrics, share),
                ["summary_metrics"] = Values(pins, days, metrics, share),
            }
        );
    }

    /// <summary>Gives the figures that a Pin has as its member pin_metrics.</summary>
    public JObject PinMetrics(Pin pin)
    {
        var quarter = _figures.LastDays(AnalyticsDays.Longest);
        return new JObject
        {
            ["90d"] = Figures(metric => _figures.Sum([pin], quarter, metric, 100)),
            ["lifetime_metrics"] = Figures(metric => _figures.Lifetime(pin, metric, 100)),
        };

        static JObject Figures(Func<string, double> value) =>
            new()
            {
                ["impression"] = (long)value("IMPRESSION"),
                ["save"] = (long)value("SAVE"),
                ["pin_click"] = (long)value("PIN_CLICK"),
                ["clickthrough"] = (long)value("OUTBOUND_CLICK"),
                ["reaction"] = (long)value("TOTAL_REACTIONS"),
                ["comment"] = (long)value("TOTAL_COMMENTS"),
            };
    }

    public long MonthlyViews(string userId)
    {
        var pins = state.PinsOfUser(userId).NewestFirst().ToList();
        return (long)_figures.Sum(pins, _figures.LastDays(MonthDays), "IMPRESSION", 100);
    }

    // All Pins of the sandbox are unpaid, unclaimed and the user's own. A filter for any other kind finds none.
    private static bool Fits(ApiCall call, Pin pin)
    {
        if (
            call.Request.Text("content_type") == "PAID"
            || call.Request.Text("from_claimed_content") == "CLAIMED"
            || call.Request.Text("source") == "OTHER_PINS"
        )
        {
            return false;
        }

        return call.Request.Text("pin_format") switch
        {
            null or "ALL" => true,
            "ORGANIC_IMAGE" => pin.CreativeType is "REGULAR" or "CAROUSEL",
            "ORGANIC_VIDEO" => pin.CreativeType == "VIDEO",
            _ => false,
        };
    }

    // With split_field=APP_TYPE there is a report for each app, otherwise one for all of them or for the one in
    // app_types.
    private static JObject Split(ApiCall call, Func<int, JObject> make)
    {
        var only = call.Request.Text("app_types");
        if (call.Request.Text("split_field") == "APP_TYPE")
        {
            return new JObject(
                Apps.Where(app => only is null or "ALL" || app.Name == only)
                    .Select(app => new JProperty(app.Name, make(app.Share)))
            );
        }

        var chosen = Apps.FirstOrDefault(app => app.Name == only);
        return new JObject { [All] = make(chosen.Name is null ? 100 : chosen.Share) };
    }

    private JArray Daily(List<DateOnly> days, IReadOnlyList<Pin> pins, IReadOnlyList<string> metrics, int share) =>
        new(
            days.Select(day => new JObject
            {
                ["date"] = PinFigures.Text(day),
                ["data_status"] = Status(day, pins),
                ["metrics"] = Values(pins, [day], metrics, share),
            })
        );

    private string Status(DateOnly day, IReadOnlyList<Pin> pins)
    {
        if (day == _figures.Today)
        {
            return "PROCESSING";
        }

        if (pins.All(pin => day < PinFigures.Born(pin)))
        {
            return "BEFORE_PIN_CREATED";
        }

        return day >= _figures.Today.AddDays(-EstimatedDays) ? "ESTIMATE" : "READY";
    }

    private JObject Values(
        IReadOnlyList<Pin> pins,
        IReadOnlyList<DateOnly> days,
        IReadOnlyList<string> metrics,
        int share
    ) =>
        new(
            metrics
                .Distinct(StringComparer.Ordinal)
                .Select(metric => new JProperty(metric, _figures.Value(pins, days, metric, share)))
        );
}
