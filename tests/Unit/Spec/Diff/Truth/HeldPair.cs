using System.Text.RegularExpressions;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Unit.Spec.Diff.Truth;

/// <summary>A pair of descriptions, with what a comparison of it should say and what it says.</summary>
internal sealed partial record HeldPair
{
    /// <summary>What the tool says of a pair that it cannot read. No other verdict includes it.</summary>
    public const string Refused = "refused";

    /// <summary>Gets the name of the pair.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the base.</summary>
    public required string BaseFile { get; init; }

    /// <summary>Gets the revision.</summary>
    public required string RevisionFile { get; init; }

    /// <summary>Gets the verdicts that are right. Example: none, compatible.</summary>
    public required IReadOnlyList<string> Wanted { get; init; }

    /// <summary>Gets whether it is about a policy of another tool that we do not have. Example: sunset rules.</summary>
    public bool IsPolicy { get; init; }

    /// <summary>Gets what the tool says. Example: breaking.</summary>
    public required string Ours { get; init; }

    /// <summary>Gets whether the tool is right.</summary>
    public bool Agrees => Wanted.Contains(Ours);

    /// <summary>Gets the version of OpenAPI that the revision is written in. Example: 3.1.</summary>
    public string Version => OpenApiVersion().Match(File.ReadAllText(RevisionFile)).Groups[1].Value;

    /// <summary>Compares two files, and gives the severity of the severest finding: none where there is none.</summary>
    /// <param name="baseFile">The base.</param>
    /// <param name="revisionFile">The revision.</param>
    public static string Severest(string baseFile, string revisionFile)
    {
        try
        {
            var result = DescriptionDiff.Compare(PairFiles.Read(baseFile), PairFiles.Read(revisionFile));
            return result.Findings.Count == 0 ? "none" : result.Findings.Max(finding => finding.Severity).Word();
        }
        catch (SpecException)
        {
            return Refused;
        }
    }

    [GeneratedRegex("""^\W*openapi\W+(\d\.\d)""", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OpenApiVersion();
}
