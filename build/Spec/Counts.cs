namespace Pinterest.OpenApi.Spec;

/// <summary>Counts things in words.</summary>
internal static class Counts
{
    /// <summary>Gives a count with its noun. Example: 1 problem, 2 problems.</summary>
    public static string Of(int count, string noun) => $"{count} {Noun(count, noun)}";

    /// <summary>Gives a count of the recorded interactions that break. Example: 1 of 54 recorded interactions breaks.</summary>
    public static string Breaking(int broken, int interactions, string noun = "recorded interaction") =>
        $"{broken} of {Of(interactions, noun)} {(broken == 1 ? "breaks" : "break")}";

    /// <summary>Gives a count with its noun and its verb. Example: 1 place was, 2 places were.</summary>
    public static string Were(int count, string noun) => $"{Of(count, noun)} {(count == 1 ? "was" : "were")}";

    /// <summary>Gives the noun of a count. Example: problem, problems.</summary>
    public static string Noun(int count, string noun) => count == 1 ? noun : noun + "s";
}
