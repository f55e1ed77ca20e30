using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Compares what properties must be whose names match a pattern, and what their names must be. Where one side has no
/// such pattern, the property is one of its other properties (additionalProperties).
/// </summary>
internal sealed class PatternPropertyComparer(InnerSchemaComparer inner)
{
    // A comparison of patterns is costly, and all are compared with all others.
    private const int MaxCompared = 8;

    // The names of properties are always strings.
    private static readonly string[] TextKeywords = ["type", "description", "title", "$comment"];

    /// <summary>Compares the patterns and the names.</summary>
    public void Compare(Comparison comparison, SchemaPair pair)
    {
        if (pair.Schemas.Any(schema => schema.Keywords("propertyNames").Any()))
        {
            var names = pair.Schemas.Select(NamesOf);
            inner.Compare(comparison, pair, names, PropertyNameRules.Names, IgnoredRules.Type);
        }

        if (pair.Schemas.Any(schema => schema.Keywords("patternProperties").Any()))
        {
            ComparePatterns(comparison, pair);
        }
    }

    // A schema that allows no string allows no name. Example: propertyNames: {type: integer}.
    private static InnerSchema? NamesOf(EffectiveSchema schema) =>
        InnerSchema.Of(schema.Model, schema.Keywords("propertyNames")) switch
        {
            { Schema: { } names } inner when !names.Allows("string") => new(inner.Place, null, IsNever: true),
            { } inner when !AllowsAllNames(inner) => inner,
            _ => null,
        };

    // Example: propertyNames: {type: string}.
    private static bool AllowsAllNames(InnerSchema names) =>
        names.Schema is { } schema
        && schema.Allows("string")
        && schema.Parts.All(part => part.Properties().All(member => TextKeywords.Contains(member.Name)));

    private void ComparePatterns(Comparison comparison, SchemaPair pair)
    {
        var patterns = pair.Schemas.Select(schema => PatternProperties.Of(schema).All);
        var removed = new Dictionary<string, InnerSchema>(patterns.Base, StringComparer.Ordinal);
        var added = new Dictionary<string, InnerSchema>(patterns.Revision, StringComparer.Ordinal);
        foreach (var name in patterns.Base.Keys.Where(patterns.Revision.ContainsKey))
        {
            removed.Remove(name);
            added.Remove(name);
            inner.Compare(
                comparison,
                pair,
                patterns.Select(all => (InnerSchema?)all[name]),
                PropertyNameRules.Patterns
            );
        }

        foreach (var name in removed.Keys.Take(MaxCompared).ToList())
        {
            if (PartnerOf(name, added) is { } partner)
            {
                CompareReplaced(comparison, pair, new(removed[name], added[partner.Name]), partner.Change);
                removed.Remove(name);
                added.Remove(partner.Name);
            }
        }

        foreach (var one in removed.Values)
        {
            CompareWithOthers(comparison, pair, new(one, null));
        }

        foreach (var one in added.Values)
        {
            CompareWithOthers(comparison, pair, new(null, one));
        }
    }

    // The pattern that matches all names of another, or whose names all match the other. A lone pattern that replaces a
    // lone one is its partner, too.
    private static (string Name, PatternChange Change)? PartnerOf(string name, Dictionary<string, InnerSchema> others)
    {
        foreach (var other in others.Keys.Take(MaxCompared))
        {
            var change = PatternInclusion.Compare(name, other);
            if (change is not PatternChange.Other || others.Count == 1)
            {
                return (other, change);
            }
        }

        return null;
    }

    private void CompareReplaced(
        Comparison comparison,
        SchemaPair pair,
        Sides<InnerSchema> values,
        PatternChange change
    )
    {
        var both = values.Select(value => (InnerSchema?)value);
        inner.Compare(comparison, pair, both, PropertyNameRules.Patterns);
        switch (change)
        {
            case PatternChange.Narrower:
                CompareWithOthers(comparison, pair, new(values.Base, null));
                break;
            case PatternChange.Wider:
                CompareWithOthers(comparison, pair, new(null, values.Revision));
                break;
            case PatternChange.Other:
                var names = values.Select(value => (value.Place.Parent as JProperty)?.Name);
                InnerSchemaComparer.Add(
                    comparison,
                    pair,
                    PropertyNameRules.PatternPropertiesChanged,
                    new Change(values.Base.Place, values.Revision.Place, names.Base, names.Revision)
                );
                break;
        }
    }

    // A pattern that only one side has: on the other side its properties are other properties.
    private void CompareWithOthers(Comparison comparison, SchemaPair pair, Sides<InnerSchema?> values)
    {
        var isAdded = values.Base is null;
        var other = isAdded ? pair.Schemas.Base : pair.Schemas.Revision;
        var value = (values.Base ?? values.Revision)!;
        var others = OtherProperties.Of(other);
        if (others is { IsNever: true })
        {
            if (!value.IsNever)
            {
                var rule = isAdded
                    ? PropertyNameRules.PatternPropertiesAllowed
                    : PropertyNameRules.PatternPropertiesForbidden;
                InnerSchemaComparer.AddValues(comparison, pair, rule, values.Select(each => each?.Place));
            }

            return;
        }

        var compared = isAdded ? new Sides<InnerSchema?>(others, value) : new Sides<InnerSchema?>(value, others);
        inner.Compare(
            comparison,
            pair,
            others is { Schema: not null, IsAnything: false } ? compared : values,
            PropertyNameRules.Patterns
        );
    }
}
