using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Compares what two objects must be where they have a property (dependentRequired, dependentSchemas, if).
/// </summary>
internal sealed class DependencyComparer(InnerSchemaComparer inner)
{
    /// <summary>Compares all dependencies.</summary>
    public void Compare(Comparison comparison, SchemaPair pair)
    {
        var known = Dependencies.Names(pair.Schemas);
        if (known.Count == 0)
        {
            return;
        }

        var dependencies = pair.Schemas.Select(schema => Dependencies.Of(schema, known));
        var names = dependencies.Base.WithSchema.Union(dependencies.Revision.WithSchema, StringComparer.Ordinal);
        foreach (var name in names)
        {
            var schemas = dependencies.Select(each => each.SchemaOf(name));
            var onlyRequires = dependencies.Select(each => each.OnlyRequires(name));
            if (schemas is { Base: not null, Revision: not null } || !onlyRequires.Any(each => each))
            {
                inner.Compare(comparison, pair, schemas, ConditionRules.DependentSchemas);
            }
        }

        AddRequired(comparison, pair, dependencies);
    }

    private static void AddRequired(Comparison comparison, SchemaPair pair, Sides<Dependencies> dependencies)
    {
        var added = Missing(dependencies.Revision, dependencies.Base, pair.Schemas.Revision, pair.Direction);
        if (added.Count > 0)
        {
            var change = Change.Added(PlaceOf(added), Text(added));
            InnerSchemaComparer.Add(comparison, pair, ConditionRules.DependentRequiredAdded, change);
        }

        var removed = Missing(dependencies.Base, dependencies.Revision, pair.Schemas.Base, pair.Direction);
        if (removed.Count > 0)
        {
            var change = Change.Removed(PlaceOf(removed), Text(removed));
            InnerSchemaComparer.Add(comparison, pair, ConditionRules.DependentRequiredRemoved, change);
        }
    }

    // The pairs of one side that do not hold on the other. A property that does not travel in the direction is no
    // matter. Schemas of a property that both sides have were compared as schemas.
    private static List<(string Property, string Required, JToken Place)> Missing(
        Dependencies one,
        Dependencies other,
        EffectiveSchema schema,
        Direction direction
    )
    {
        return
        [
            .. one.Pairs()
                .Where(pair =>
                    !other.Requires(pair.Property, pair.Required)
                    && !(one.OnlyRequires(pair.Property) && other.SchemaOf(pair.Property) is not null)
                    && Travels(pair.Property)
                    && Travels(pair.Required)
                ),
        ];

        bool Travels(string name) =>
            !schema.Properties.TryGetValue(name, out var property) || PropertyLookup.Travels(property, direction);
    }

    private static string Text(List<(string Property, string Required, JToken Place)> pairs) =>
        RuleTexts.List(pairs.Select(pair => $"{pair.Required} with {pair.Property}"));

    // The keyword, which holds lists by name.
    private static JToken PlaceOf(List<(string Property, string Required, JToken Place)> pairs) =>
        pairs[0].Place.Ancestors().OfType<JObject>().First();
}
