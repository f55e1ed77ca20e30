using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Policy;

/// <summary>
/// Decides which removals were announced: the base says deprecated: true, and its x-sunset names a day that has come.
/// </summary>
internal static class SunsetDates
{
    private const string Keyword = "x-sunset";

    private static readonly HashSet<DiffRule> Removals =
    [
        OperationRules.OperationRemoved,
        ParameterRules.ParameterRemoved,
        PropertyRules.PropertyRemoved,
        PropertyRules.PropertyRemovedAndForbidden,
    ];

    /// <summary>Tells whether a finding is a removal on or after its sunset date.</summary>
    public static bool HasCome(Finding finding, DateOnly today) =>
        WrittenFor(finding) is { } written && Parse(written) is { } day && day <= today;

    /// <summary>Says that the sunset date of a removal cannot be read; null when there is nothing to say.</summary>
    public static string? ProblemOf(Finding finding) =>
        WrittenFor(finding) is { } written && Parse(written) is null
            ? $"The {Keyword} '{written}' of {finding.Subject} is no date, so the removal is judged without it. "
                + "Write it as yyyy-MM-dd."
            : null;

    // The value of x-sunset of something that was deprecated and is removed, or null.
    private static string? WrittenFor(Finding finding)
    {
        if (!Removals.Contains(finding.Rule) || finding.Places.Base is not JObject written)
        {
            return null;
        }

        // A parameter may be a reference to one that is deprecated.
        var node =
            written[Keyword] is null && written.Root is JObject root ? References.TryResolve(root, written) : written;
        return node?["deprecated"].IsTrue() is true && node[Keyword] is JValue { Value: not null } value
            ? value.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    // Examples: 2026-01-31, 2026-01-31T12:00:00Z and, as the header Sunset has it, Sat, 31 Jan 2026 12:00:00 GMT.
    private static DateOnly? Parse(string written)
    {
        if (
            DateOnly.TryParseExact(
                written,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return day;
        }

        return DateTimeOffset.TryParseExact(
            written,
            ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "r"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        )
            ? DateOnly.FromDateTime(moment.UtcDateTime)
            : null;
    }
}
