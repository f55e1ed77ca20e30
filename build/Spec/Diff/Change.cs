using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>A change as a rule finds it, before it is known which operations it reaches.</summary>
/// <param name="BasePlace">The place in the base; null when it was added.</param>
/// <param name="RevisionPlace">The place in the revision; null when it was removed.</param>
/// <param name="BaseText">The value in the base, as the message gives it.</param>
/// <param name="RevisionText">The value in the revision, as the message gives it.</param>
internal readonly record struct Change(
    JToken? BasePlace,
    JToken? RevisionPlace,
    string? BaseText = null,
    string? RevisionText = null
)
{
    /// <summary>
    /// Gets the nearest place that exists in the base, for a change that was added. Example: the schema that gets a
    /// property.
    /// </summary>
    public JToken? NearestInBase { get; init; }

    /// <summary>
    /// Gets the nearest place that exists in the revision, for a change that was removed. Example: the schema that
    /// loses a property.
    /// </summary>
    public JToken? NearestInRevision { get; init; }

    /// <summary>
    /// Gets the place that the message names, when that is not the place of the change. Example: a removed variant
    /// stands in oneOf, and the message names the schema that has the oneOf.
    /// </summary>
    public JToken? NamedPlace { get; init; }

    /// <summary>Gets the reference that leads here, when it leads to different places on the two sides.</summary>
    public SwitchedReference? SwitchedReference { get; init; }

    /// <summary>Describes something that only the revision has.</summary>
    public static Change Added(JToken? place, string? text = null) => new(null, place, null, text);

    /// <summary>Describes something that only the base has.</summary>
    public static Change Removed(JToken? place, string? text = null) => new(place, null, text);
}
