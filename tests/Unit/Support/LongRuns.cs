namespace Pinterest.OpenApi.Unit.Support;

/// <summary>
/// Whether tests take what <c>.ci/long</c> takes: every release and every random case, where <c>dotnet test</c> takes
/// some of each, so that it stays short.
/// </summary>
internal static class LongRuns
{
    public const string Reason = "It takes long, and 'dotnet test' has shorter ones of its kind. Run .ci/long.";

    public static bool AreOn => Environment.GetEnvironmentVariable("PINTEREST_LONG") == "1";

    /// <summary>Gives the number for a long run, or the one for a short run.</summary>
    public static int Or(int number, int shortRun) => AreOn ? number : shortRun;
}
