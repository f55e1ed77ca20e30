using System.Globalization;

namespace Pinterest.OpenApi.Benchmarks.Redis.Support;

/// <summary>Writes numbers in one way.</summary>
internal static class Figures
{
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>Gives the value that a part of the sorted ones do not exceed: 0.5 for the median.</summary>
    public static double At(this IReadOnlyList<double> sorted, double part) => sorted[(int)(part * (sorted.Count - 1))];
}
