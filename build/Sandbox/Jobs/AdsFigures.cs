using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>
/// Makes the values of ads reports. A day of an entity has the same figures in every report, a count of a week is the sum
/// of its days, and an amount in micro-currency is a million times that in the currency.
/// </summary>
internal static class AdsFigures
{
    private const int Decimals = 4;
    private const decimal Micro = 1_000_000m;

    // At most 17 digits, which every id of the description allows.
    private const long LeastId = 549_755_000_000;

    /// <summary>Gives the value of a column.</summary>
    /// <param name="column">The column.</param>
    /// <param name="entity">The entity of the row.</param>
    /// <param name="period">The days of the row.</param>
    /// <param name="targeting">The part of the audience that the row is about; empty for all of it.</param>
    public static JValue Value(string column, AdsEntity entity, ReportPeriod period, string targeting) =>
        AdsColumns.Kind(column) switch
        {
            AdsColumnKind.Id => new JValue(Id(column, entity)),
            AdsColumnKind.Flag => new JValue(false),
            AdsColumnKind.Text => new JValue(AdsColumns.Text(column, entity.Id)),
            AdsColumnKind.Count => new JValue(Sum(column, entity, period, targeting, 500)),
            AdsColumnKind.Average => new JValue(Sum(column, entity, period, targeting, 10_000) / 10_000m),
            AdsColumnKind.MicroMoney => new JValue(Sum(column, entity, period, targeting, 50_000_000)),
            _ => new JValue(
                Math.Round(Sum(MicroName(column), entity, period, targeting, 50_000_000) / Micro, Decimals + 2)
            ),
        };

    /// <summary>Gives the id of a made-up entity.</summary>
    /// <param name="of">What it belongs to, as text.</param>
    public static string MadeUpId(string of) =>
        (LeastId + (long)(Hash(of, 0) % 100_000_000)).ToString(CultureInfo.InvariantCulture);

    // SPEND_IN_DOLLAR has the figure of SPEND_IN_MICRO_DOLLAR.
    private static string MicroName(string column) => column.Replace("_IN_", "_IN_MICRO_", StringComparison.Ordinal);

    private static string Id(string column, AdsEntity entity)
    {
        if (column is "ADVERTISER_ID" or "AD_ACCOUNT_ID")
        {
            return entity.AccountId;
        }

        var own = OneName(column);
        return own == OneName(entity.IdColumn) ? entity.Id : MadeUpId($"{entity.Id} {own}");
    }

    // Some entities have a column of another name, too.
    private static string OneName(string column) =>
        column switch
        {
            "CAMPAIGN" => "CAMPAIGN_ID",
            "AD_ID" => "PIN_PROMOTION_ID",
            _ => column,
        };

    private static long Sum(string column, AdsEntity entity, ReportPeriod period, string targeting, long most)
    {
        var start = Hash($"{column}\n{entity.AccountId}\n{entity.Id}\n{targeting}", 0);
        var days = AdsColumns.IsAverage(column) ? 1 : period.Days;
        var sum = 0L;
        for (var i = 0; i < days; i++)
        {
            sum += (long)(Mix(start, (ulong)(period.First.DayNumber + i) * 24 + (ulong)period.Hour) % (ulong)most);
        }

        return sum;
    }

    private static ulong Hash(string text, ulong start)
    {
        var hash = 14_695_981_039_346_656_037 ^ start;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 1_099_511_628_211);
        }

        return hash;
    }

    private static ulong Mix(ulong hash, ulong part)
    {
        var mixed = unchecked((hash ^ (part * 0x9E37_79B9_7F4A_7C15)) * 0xBF58_476D_1CE4_E5B9);
        return mixed ^ (mixed >> 31);
    }
}
