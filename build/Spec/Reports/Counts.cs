namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>Counts things in words.</summary>
internal static class Counts
{
    /// <summary>Gives a count with its noun. Example: 1 problem, 2 problems.</summary>
    public static string Of(int count, string noun) => $"{count} {Noun(count, noun)}";

    /// <summary>Gives the noun of a count. Example: problem, problems.</summary>
    public static string Noun(int count, string noun) => count == 1 ? noun : noun + "s";
}
