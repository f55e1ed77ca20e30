using System.Text.RegularExpressions;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// Commands that a runner reads wherever they stand in a line of its log: <c>##[add-mask]</c> of GitHub, and
/// <c>##vso[task.setvariable]</c> of Azure Pipelines.
/// </summary>
internal static partial class PipelineCommands
{
    /// <summary>Breaks them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hash">The second hash, as the target escapes it.</param>
    public static string Break(string text, string hash) => Start().Replace(text, "#" + hash);

    [GeneratedRegex(@"##(?=\w*\[)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Start();
}
