using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>
/// The ways from a reference to the components behind it, so that a place there can be named by the reference. Example:
/// Pin.board is $ref BoardSummary, and BoardSummary.owner is $ref User. The way from Pin.board to User is ".owner".
/// </summary>
/// <param name="reference">The reference.</param>
internal sealed class WaysBehind(JToken reference)
{
    private readonly Dictionary<string, string> _ways = new(StringComparer.Ordinal);

    /// <summary>Gets the reference.</summary>
    public JToken Reference { get; } = reference;

    /// <summary>Notes the components that a place behind the reference, or the reference itself, leads to.</summary>
    /// <param name="written">The place.</param>
    /// <param name="schema">The schema that is meant there.</param>
    public void Note(JToken written, EffectiveSchema schema)
    {
        var isStart = ReferenceEquals(written, Reference);
        foreach (var part in schema.Parts)
        {
            if (
                TokenPlaces.ComponentOf(part) is { } component
                && !_ways.ContainsKey(component)
                && (isStart || component != TokenPlaces.ComponentOf(written))
            )
            {
                _ways[component] = isStart ? "" : WayTo(written);
            }
        }
    }

    /// <summary>
    /// Names a place behind the reference. Example: Label.status is a reference to Status, and Status.name is named
    /// Label.status.name.
    /// </summary>
    public string NameOf(JToken place) => PlaceNames.Of(Reference) + WayTo(place);

    private string WayTo(JToken place)
    {
        var name = PlaceNames.Of(place);
        return TokenPlaces.ComponentOf(place) is { } component && name.StartsWith(component, StringComparison.Ordinal)
            ? _ways.GetValueOrDefault(component) + name[component.Length..]
            : "";
    }
}
