using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>A place of a changelog in both descriptions, and the nodes that belong to it.</summary>
internal sealed class PlacePair
{
    private readonly HashSet<JObject> _own = new(ReferenceEqualityComparer.Instance as IEqualityComparer<JObject>);
    private readonly HashSet<JObject> _above = new(ReferenceEqualityComparer.Instance as IEqualityComparer<JObject>);

    /// <summary>Makes one.</summary>
    /// <param name="places">What the place leads to on each side; null where it leads nowhere.</param>
    /// <param name="parameters">The nodes of the parameter, when the place is one.</param>
    /// <param name="withProperties">Whether changes of the properties below count, because the line speaks of a part
    /// of the schema.</param>
    public PlacePair(Sides<SchemaPlace?> places, IEnumerable<JObject> parameters, bool withProperties)
    {
        Places = places;
        _own.UnionWith(parameters);
        foreach (var place in new[] { places.Base, places.Revision }.OfType<SchemaPlace>())
        {
            Add(place, withProperties);
        }
    }

    /// <summary>Gets what the place leads to on each side.</summary>
    public Sides<SchemaPlace?> Places { get; }

    /// <summary>Gets whether both sides have the place.</summary>
    public bool IsOnBoth => Places.All(place => place is not null);

    /// <summary>Gets whether exactly one side has it in a variant that the place does not name.</summary>
    public bool IsMoved => IsOnBoth && Places.Base!.IsInVariant != Places.Revision!.IsInVariant;

    /// <summary>
    /// Gets whether the schemas on the way can be written in several ways: with allOf, behind a reference, or as a union,
    /// whose variants have a name or none.
    /// </summary>
    public bool IsRewritten =>
        Places.Any(place => place is not null && place.Trail.Any(schema => schema.Parts.Count > 1))
        || (IsOnBoth && References(Places.Base!) != References(Places.Revision!))
        || Places.All(place => place?.Schema.Union is not null);

    /// <summary>Gives the worst change of the place itself; null when there is none.</summary>
    public Severity? Worst(ChangeIndex changes)
    {
        var held = _own.Select(changes.HeldBy).Max();
        var required = new[] { Places.Base, Places.Revision }
            .Where(place => place is { Parent: not null, Property: not null })
            .SelectMany(place => place!.Parent!.Parts.Select(part => changes.OfRequired(part, place.Property!)))
            .Max();
        return held is null || required > held ? required : held;
    }

    /// <summary>Gives the worst change that adds or removes something that holds the place; null for none.</summary>
    public Severity? WorstAbove(ChangeIndex changes) => _above.Select(changes.Of).Max();

    private void Add(SchemaPlace place, bool withProperties)
    {
        _own.UnionWith(place.Schema.Parts);
        _own.UnionWith(
            place.Schema.Unions.SelectMany(union => union.Choices).Select(choice => choice.Node).OfType<JObject>()
        );
        _above.UnionWith(place.Written);
        if (place.Parent is { } parent)
        {
            _own.UnionWith(new[] { parent.PlaceOf(place.Property!) }.OfType<JObject>());
        }

        if (withProperties)
        {
            _own.UnionWith(place.Schema.Properties.Keys.Select(place.Schema.PlaceOf).OfType<JObject>());
        }
    }

    private static int References(SchemaPlace place) => place.Written.Count(node => node["$ref"] is not null);
}
