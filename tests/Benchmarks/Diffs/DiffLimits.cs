using System.Globalization;

namespace Pinterest.OpenApi.Benchmarks.Diffs;

/// <summary>The limits that the comparison must keep, and what was measured.</summary>
internal sealed class DiffLimits
{
    private readonly List<(string What, double Measured, double Limit, string Unit)> _all = [];

    /// <summary>Gets whether a limit is missed. What could not be measured misses it.</summary>
    public bool AreMissed => _all.Exists(one => !Holds(one.Measured, one.Limit));

    /// <summary>Notes a figure.</summary>
    /// <param name="what">What it is.</param>
    /// <param name="measured">The figure; not a number where it could not be measured.</param>
    /// <param name="limit">The largest that is right.</param>
    /// <param name="unit">The unit of both, with a space before it; empty for a ratio.</param>
    public void Add(string what, double measured, double limit, string unit = "") =>
        _all.Add((what, measured, limit, unit));

    /// <summary>Prints them.</summary>
    public void Print()
    {
        Console.WriteLine("\n| limit | measured | at most | |\n|---|---|---|---|");
        foreach (var (what, measured, limit, unit) in _all)
        {
            var found = double.IsFinite(measured) ? DiffFigure.Text(measured, "0.00") + unit : "not measured";
            var most = limit.ToString("0.##", CultureInfo.InvariantCulture) + unit;
            Console.WriteLine($"| {what} | {found} | {most} | {(Holds(measured, limit) ? "" : "**missed**")} |");
        }
    }

    private static bool Holds(double measured, double limit) => measured <= limit;
}
