using System.Globalization;
using Pinterest.OpenApi.Sandbox.State;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>
/// The figures of Pins. Each Pin has made-up views, clicks and saves for each day of its life, which never change.
/// Saves that happened in the sandbox are added to them.
/// </summary>
internal sealed class PinFigures(SandboxState state, TimeProvider clock)
{
    private const int MostDays = 3650;

    // A rate and its counter; it is divided by the views. The rate of several days is made from their sums.
    private static readonly Dictionary<string, string> Rates = new(StringComparer.Ordinal)
    {
        ["SAVE_RATE"] = "SAVE",
        ["ENGAGEMENT_RATE"] = "ENGAGEMENT",
        ["PIN_CLICK_RATE"] = "PIN_CLICK",
        ["OUTBOUND_CLICK_RATE"] = "OUTBOUND_CLICK",
    };

    /// <summary>Gets the day that is not over yet.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public static DateOnly Born(Pin pin) => DateOnly.FromDateTime(pin.CreatedAt.UtcDateTime);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Gives the last days, today first.</summary>
    public IReadOnlyList<DateOnly> LastDays(int count)
    {
        var today = Today;
        return [.. Enumerable.Range(0, count).Select(back => today.AddDays(-back))];
    }

    /// <summary>Gives a metric of some Pins over some days: a sum, or a rate of sums.</summary>
    /// <param name="pins">The Pins.</param>
    /// <param name="days">The days.</param>
    /// <param name="metric">The metric, as SAVE or SAVE_RATE.</param>
    /// <param name="share">The part that is counted, in percent: the share of an app.</param>
    public double Value(IReadOnlyList<Pin> pins, IReadOnlyList<DateOnly> days, string metric, int share)
    {
        if (!Rates.TryGetValue(metric, out var counted))
        {
            return Sum(pins, days, metric, share);
        }

        var views = Sum(pins, days, "IMPRESSION", share);
        return views == 0 ? 0 : Math.Round(Sum(pins, days, counted, share) / views, 6);
    }

    /// <summary>Gives a metric of a Pin from its creation to today.</summary>
    public double Lifetime(Pin pin, string metric, int share)
    {
        var born = Born(pin);
        var age = Math.Min(MostDays, Math.Max(0, Today.DayNumber - born.DayNumber + 1));
        return Sum([pin], [.. Enumerable.Range(0, age).Select(born.AddDays)], metric, share);
    }

    public double Sum(IReadOnlyList<Pin> pins, IReadOnlyList<DateOnly> days, string metric, int share) =>
        pins.Sum(pin => days.Sum(day => Math.Floor(Count(pin, day, metric) * share / 100d)));

    private long Count(Pin pin, DateOnly day, string metric)
    {
        if (day < Born(pin) || day > Today)
        {
            return 0;
        }

        var views = 20 + (Hash(pin.Order, day.DayNumber) % 400);
        var isVideo = pin.CreativeType == "VIDEO";
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
            "VIDEO_AVG_WATCH_TIME" => isVideo ? 4000 : 0,
            _ => isVideo ? views / 3 : 0,
        };
    }

    private int Saves(Pin pin, DateOnly day) =>
        state.SavesOf(pin.Id) is { Count: > 0 } saves ? saves.GetValueOrDefault(Text(day)) : 0;

    // Any mixing of the bits will do, as long as it gives the same figures tomorrow.
    private static long Hash(long order, int day)
    {
        var mixed = unchecked(((ulong)order * 0x9E3779B97F4A7C15) ^ ((ulong)day * 0xC2B2AE3D27D4EB4F));
        mixed ^= mixed >> 29;
        mixed = unchecked(mixed * 0xBF58476D1CE4E5B9);
        return (long)((mixed ^ (mixed >> 32)) & 0x7FFF_FFFF);
    }
}
