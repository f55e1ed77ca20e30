using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Compares the schemas that a keyword holds, such as contains, where each may be missing, true or false.</summary>
internal sealed class InnerSchemaComparer(SchemaPairQueue queue)
{
    /// <summary>Compares two of them. Two schemas are put in the queue.</summary>
    /// <param name="comparison">Gets the changes.</param>
    /// <param name="pair">The schemas that have the keyword.</param>
    /// <param name="inner">What the keyword holds; null where it is missing.</param>
    /// <param name="rules">What it means that the keyword was added or removed.</param>
    /// <param name="ignored">The rules that have no meaning for two schemas.</param>
    public void Compare(
        Comparison comparison,
        SchemaPair pair,
        Sides<InnerSchema?> inner,
        NarrowingRules rules,
        IgnoredRules ignored = IgnoredRules.None
    )
    {
        if (inner is { Base.Schema: { } baseSchema, Revision.Schema: { } revisionSchema })
        {
            comparison.Children.Add(
                queue.Enqueue(
                    IsOfSameValue(inner.Base.Place)
                        ? pair.LeadingTo(baseSchema, revisionSchema, ignored)
                        : pair.LeadingToMember(null, new(baseSchema, revisionSchema), ignored),
                    new(inner.Base.Place, inner.Revision.Place)
                )
            );
            return;
        }

        var strength = inner.Select(Strength);
        if (strength.Base != strength.Revision)
        {
            var rule = strength.Base < strength.Revision ? rules.Narrowed : rules.Widened;
            AddValues(comparison, pair, rule, inner.Select(each => each?.Place));
        }
    }

    /// <summary>Adds a change of a keyword, with the texts of its values.</summary>
    /// <param name="comparison">Gets the change.</param>
    /// <param name="pair">The schemas that have the keyword.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="places">The values; null where there is none.</param>
    public static void AddValues(Comparison comparison, SchemaPair pair, DiffRule rule, Sides<JToken?> places) =>
        Add(comparison, pair, rule, new Change(places.Base, places.Revision, Text(places.Base), Text(places.Revision)));

    /// <summary>Adds a change of a keyword, with the nearest places of the side that lacks it.</summary>
    /// <param name="comparison">Gets the change.</param>
    /// <param name="pair">The schemas that have the keyword.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="change">The change.</param>
    public static void Add(Comparison comparison, SchemaPair pair, DiffRule rule, Change change)
    {
        var (baseSchema, revisionSchema) = pair.Schemas;
        var basePart = PartOf(baseSchema, change.BasePlace);
        var revisionPart = PartOf(revisionSchema, change.RevisionPlace);
        comparison.Add(
            rule,
            pair.Direction,
            change with
            {
                NearestInBase = basePart ?? SchemaParts.Like(baseSchema, revisionPart),
                NearestInRevision = revisionPart ?? SchemaParts.Like(revisionSchema, basePart),
                NamedPlace = IsNamedByHolder(change.RevisionPlace ?? change.BasePlace)
                    ? revisionPart ?? basePart
                    : null,
            }
        );
    }

    // then, else and dependentSchemas speak of the value itself, items and additionalProperties of its members.
    private static bool IsOfSameValue(JToken place)
    {
        var member = place.Parent;
        return KeywordOf(place) is "then" or "else"
            || (member?.Parent is { } map && KeywordOf(map) is "dependentSchemas" or "dependencies");
    }

    private static string? KeywordOf(JToken token) => (token.Parent as JProperty)?.Name;

    // The message speaks of the schema that has the keyword. Example: "Pin.tags must contain an item".
    private static bool IsNamedByHolder(JToken? place) =>
        place?.Parent is JProperty { Name: "contains" or "propertyNames" or "then" or "else" or "contentSchema" };

    // How much is rejected: nothing, something, all.
    private static int Strength(InnerSchema? inner)
    {
        if (inner is null || inner.IsAnything)
        {
            return 0;
        }

        return inner.IsNever ? 2 : 1;
    }

    // The comparison reads the schema false as {not: {}}.
    private static string? Text(JToken? place) =>
        place switch
        {
            null => null,
            JObject when BooleanSchemas.AllowsNothing(place) => "false",
            _ => RuleTexts.Of(place),
        };

    // The part of a schema in which a token stands.
    private static JObject? PartOf(EffectiveSchema schema, JToken? token)
    {
        for (var current = token; current is not null; current = current.Parent)
        {
            if (schema.Parts.FirstOrDefault(part => ReferenceEquals(part, current)) is { } part)
            {
                return part;
            }
        }

        return null;
    }
}
