using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Reconstruction;

/// <summary>What a mend is taken from.</summary>
/// <param name="Release">The stored release that has the fact; null for another place of the copy itself.</param>
/// <param name="Pointer">The place of the fact in that release or in the copy; null for words.</param>
/// <param name="Words">Where else the fact is said, for example a line of Pinterest's changelog; null for a place.</param>
internal sealed record MendEvidence(string? Release, string? Pointer, string? Words)
{
    /// <summary>Reads one piece of evidence, or gives null when it says nothing.</summary>
    public static MendEvidence? Read(JToken token)
    {
        var evidence = new MendEvidence(
            token.Member("release").Text(),
            token.Member("pointer").Text(),
            token.Member("words").Text()
        );
        return evidence.Pointer is null && evidence.Words is null ? null : evidence;
    }

    /// <summary>Says why the evidence does not hold; null when it does, or when only a person can tell.</summary>
    /// <param name="copy">The copy.</param>
    /// <param name="release">Gives a stored release by its version, or null.</param>
    public string? Problem(JObject copy, Func<string, JObject?> release)
    {
        if (Pointer is null)
        {
            return null;
        }

        var root = Release is null ? copy : release(Release);
        if (root is null)
        {
            return $"The release {Release}, its evidence, is not stored.";
        }

        return JsonPointer.Find(root, Pointer) is null ? $"Its evidence is gone: {this} does not exist." : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Words ?? $"{Pointer} of {Release ?? "the copy"}";
}
