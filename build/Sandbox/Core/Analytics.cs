using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>
/// Figures that follow from what is there: each Pin has made-up views, clicks and saves for each day of its life, always the
/// same, besides the saves that happened here; an account has the sum of its Pins.
/// </summary>
internal sealed class Analytics(SandboxState state, TimeProvider clock, bool takesAnyDay)
{
    private const int LongestRange = 90;
    private const int MonthDays = 30;
    private const string All = "all";

    // A rate, and what it is a rate of. Rates of a range come from its sums.
    private static readonly Dictionary<string, string> Rates = new(StringComparer.Ordinal)
    {
        ["SAVE_RATE"] = "SAVE",
        ["ENGAGEMENT_RATE"] = "ENGAGEMENT",
        ["PIN_CLICK_RATE"] = "PIN_CLICK",
        ["OUTBOUND_CLICK_RATE"] = "OUTBOUND_CLICK",
    };
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
    private static readonly (string Name, int Share)[] Apps = [("MOBILE", 70), ("TABLET", 10), ("WEB", 20)];

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public JObject OfPin(ApiCall call, Pin pin)
    {
        var (days, metrics) = (Range(call), call.Request.List("metric_types"));
        return Split(
            call,
            "APP_TYPE",
            share => new JObject
            {
                ["daily_metrics"] = Daily(days, [pin], metrics, share),
                ["lifetime_metrics"] = new JObject(
                    metrics
                        .Where(LifetimeMetrics.Contains)
                        .Select(metric => new JProperty(metric, (long)Lifetime(pin, metric, share)))
                ),
                ["summary_metrics"] = Values([pin], days, metrics, share),
            }
        );
    }

    public JObject OfAccount(ApiCall call)
    {
        var days = Range(call);
        var metrics = call.Request.List("metric_types") is { Count: > 0 } asked ? asked : AccountMetrics;
        var pins = state.PinsOfUser(call.Caller.UserId).NewestFirst().Where(pin => Fits(call, pin)).ToList();
        return Split(
            call,
            "APP_TYPE",
            share => new JObject
            {
                ["daily_metrics"] = Daily(days, pins, metrics, share),
                ["summary_metrics"] = Values(pins, days, metrics, share),
            }
        );
    }

    /// <summary>Gives the figures that a Pin carries when it is asked for with them.</summary>
    public JObject PinMetrics(Pin pin)
    {
        var today = Today;
        var quarter = Enumerable.Range(0, LongestRange).Select(back => today.AddDays(-back)).ToList();
        return new JObject
        {
            ["90d"] = Figures(metric => Sum([pin], quarter, metric, 100)),
            ["lifetime_metrics"] = Figures(metric => Lifetime(pin, metric, 100)),
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
        var today = Today;
        var days = Enumerable.Range(0, MonthDays).Select(back => today.AddDays(-back)).ToList();
        return (long)Sum([.. state.PinsOfUser(userId).NewestFirst()], days, "IMPRESSION", 100);
    }

    // Where the account's Pins do not differ (claimed or not, paid or not), the sandbox has the first kind only.
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

    private List<DateOnly> Range(ApiCall call)
    {
        var (start, end) = (Day(call, "start_date"), Day(call, "end_date"));
        if (start > end)
        {
            throw SandboxError.Invalid("'start_date' is after 'end_date'.");
        }

        if (takesAnyDay)
        {
            return
            [
                .. Enumerable
                    .Range(0, Math.Min(LongestRange, end.DayNumber - start.DayNumber) + 1)
                    .Select(start.AddDays),
            ];
        }

        if (end > Today)
        {
            throw SandboxError.Invalid("'end_date' is in the future.");
        }

        if (start < Today.AddDays(-LongestRange))
        {
            throw SandboxError.Invalid($"'start_date' is more than {LongestRange} days ago.");
        }

        return [.. Enumerable.Range(0, end.DayNumber - start.DayNumber + 1).Select(start.AddDays)];
    }

    private static DateOnly Day(ApiCall call, string name) =>
        DateOnly.ParseExact(call.Request.Text(name)!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JObject Split(ApiCall call, string byApp, Func<int, JObject> make)
    {
        var only = call.Request.Text("app_types");
        if (call.Request.Text("split_field") == byApp)
        {
            return new JObject(
                Apps.Where(app => only is null or "ALL" || app.Name == only)
                    .Select(app => new JProperty(app.Name, make(app.Share)))
            );
        }

        return new JObject
        {
            [All] = make(
                Apps.FirstOrDefault(app => app.Name == only) is { Name: not null } chosen ? chosen.Share : 100
            ),
        };
    }

    private JArray Daily(List<DateOnly> days, IReadOnlyList<Pin> pins, IReadOnlyList<string> metrics, int share) =>
        new(
            days.Select(day => new JObject
            {
                ["date"] = Text(day),
                ["data_status"] =
                    day == Today ? "PROCESSING"
                    : pins.All(pin => day < Born(pin)) ? "BEFORE_PIN_CREATED"
                    : "READY",
                ["metrics"] = Values(pins, [day], metrics, share),
            })
        );

    private JObject Values(
        IReadOnlyList<Pin> pins,
        IReadOnlyList<DateOnly> days,
        IReadOnlyList<string> metrics,
        int share
    ) =>
        new(
            metrics
                .Distinct(StringComparer.Ordinal)
                .Select(metric => new JProperty(metric, Value(pins, days, metric, share)))
        );

    private double Value(IReadOnlyList<Pin> pins, IReadOnlyList<DateOnly> days, string metric, int share)
    {
        if (!Rates.TryGetValue(metric, out var counted))
        {
            return Sum(pins, days, metric, share);
        }

        var views = Sum(pins, days, "IMPRESSION", share);
        return views == 0 ? 0 : Math.Round(Sum(pins, days, counted, share) / views, 6);
    }

    private double Lifetime(Pin pin, string metric, int share)
    {
        // Today is still being counted.
        var (born, today) = (Born(pin), Today);
        var days = Enumerable
            .Range(0, Math.Min(3650, Math.Max(0, today.DayNumber - born.DayNumber + 1)))
            .Select(born.AddDays)
            .ToList();
        return Sum([pin], days, metric, share);
    }

    private double Sum(IReadOnlyList<Pin> pins, IReadOnlyList<DateOnly> days, string metric, int share) =>
        pins.Sum(pin => days.Sum(day => Math.Floor(Count(pin, day, metric) * share / 100d)));

    private long Count(Pin pin, DateOnly day, string metric)
    {
        if (day < Born(pin) || day > Today)
        {
            return 0;
        }

        var views = 20 + (Hash(pin.Order, day.DayNumber) % 400);
        return metric switch
        {
            "IMPRESSION" => views,
            "SAVE" => (views / 40) + Saves(pin, day),
            "PIN_CLICK" => views / 15,
            "OUTBOUND_CLICK" => pin.Link is null ? 0 : views / 50,
            "ENGAGEMENT" => Count(pin, day, "SAVE") + Count(pin, day, "PIN_CLICK") + Count(pin, day, "OUTBOUND_CLICK"),
            "TOTAL_COMMENTS" => views / 200,
            "TOTAL_REACTIONS" => views / 60,
            "USER_FOLLOW" or "PROFILE_VISIT" => views / 150,
            "VIDEO_AVG_WATCH_TIME" => pin.CreativeType == "VIDEO" ? 4000 : 0,
            _ => pin.CreativeType == "VIDEO" ? views / 3 : 0,
        };
    }

    private int Saves(Pin pin, DateOnly day) =>
        state.SavesOf(pin.Id) is { Count: > 0 } saves ? saves.GetValueOrDefault(Text(day)) : 0;

    private static DateOnly Born(Pin pin) => DateOnly.FromDateTime(pin.CreatedAt.UtcDateTime);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Any mixing will do, as long as it is the same tomorrow.
    private static long Hash(long order, int day)
    {
        var mixed = unchecked(((ulong)order * 0x9E3779B97F4A7C15) ^ ((ulong)day * 0xC2B2AE3D27D4EB4F));
        mixed ^= mixed >> 29;
        mixed = unchecked(mixed * 0xBF58476D1CE4E5B9);
        return (long)((mixed ^ (mixed >> 32)) & 0x7FFF_FFFF);
    }
}
