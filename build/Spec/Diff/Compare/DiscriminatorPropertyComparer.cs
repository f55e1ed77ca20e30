using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>
/// Compares the values of the discriminator of a variant. Only the values that stand for the variant can be sent with
/// it. Example: mapping {cat: Cat, dog: Dog}, and Cat.kind [cat, dog] becomes [cat]: nothing was lost, because a Cat of
/// the kind dog was never correct.
/// </summary>
internal static class DiscriminatorPropertyComparer
{
    /// <summary>Marks the pair of a property, if the property tells apart the variants that the owners are.</summary>
    public static SchemaPair Mark(SchemaPair property, SchemaPair owners, string name)
    {
        var variants = owners.Variants.Select(variant => variant?.DiscriminatorName == name ? variant : null);
        return variants.Any(variant => variant is { Tags.Count: > 0 })
            ? property with
            {
                Ignored = property.Ignored | IgnoredRules.Enum,
                DiscriminatorOf = variants,
            }
            : property;
    }

    /// <summary>Compares the values, if the pair is the discriminator of a variant.</summary>
    public static void Compare(Comparison comparison, SchemaPair pair)
    {
        var schemas = pair.Schemas;
        if (!pair.Ignored.HasFlag(IgnoredRules.Enum) || !EnumRules.HaveCommonType(schemas))
        {
            return;
        }

        var values = schemas.Zip(pair.DiscriminatorOf, DiscriminatorValues.Of);
        var removed = values.Base.NotIn(values.Revision);
        if (removed.Count > 0 && schemas.Base.Enum is null)
        {
            Add(EnumRules.EnumAdded, null, RuleTexts.List(schemas.Revision.Enum!));
        }
        else if (removed.Count > 0)
        {
            Add(EnumRules.EnumValueRemoved, RuleTexts.List(removed), null);
        }

        var added = values.Revision.NotIn(values.Base);
        if (added.Count > 0 && schemas.Revision.Enum is null)
        {
            Add(EnumRules.EnumDropped, RuleTexts.List(schemas.Base.Enum!), null);
        }
        else if (added.Count > 0)
        {
            Add(EnumRules.EnumValueAdded, null, RuleTexts.List(added));
        }

        void Add(DiffRule rule, string? baseText, string? revisionText) =>
            comparison.Add(
                rule,
                pair.Direction,
                new Change(schemas.Base.EnumPlace, schemas.Revision.EnumPlace, baseText, revisionText)
                {
                    NearestInBase = schemas.Base.Node,
                    NearestInRevision = schemas.Revision.Node,
                }
            );
    }

    // What one side says about the discriminator of a variant.
    private sealed record DiscriminatorValues
    {
        // The values that the enum lists, or null.
        public IReadOnlySet<string>? Listed { get; private init; }

        // The values that stand for the variant, or null. An enum that allows none of them shows that they are not the
        // ones that are sent. Example: no mapping, the component Cat, and the enum [cat, dog].
        public HashSet<string>? Tags { get; private init; }

        // The values that stand for other variants of the union.
        public required HashSet<string> TagsOfOthers { get; init; }

        public static DiscriminatorValues Of(EffectiveSchema schema, SchemaChoice? variant)
        {
            var tags = Texts(variant?.Tags ?? []);
            return new DiscriminatorValues
            {
                Listed = schema.Enum,
                Tags = schema.Enum?.Overlaps(tags) == false || tags.Count == 0 ? null : tags,
                TagsOfOthers = Texts((variant?.TagsOfUnion ?? []).Except(variant?.Tags ?? [])),
            };
        }

        // The values that can be sent here and that the other side does not list. A value that stands for another
        // variant on the other side, or for none any more, is not a matter of the enum.
        public IReadOnlyCollection<string> NotIn(DiscriminatorValues other)
        {
            if (other.Listed is null)
            {
                return [];
            }

            return Tags is null && Listed is null
                ? [.. other.Listed]
                :
                [
                    .. (Tags ?? Listed)!.Where(value =>
                        Listed?.Contains(value) != false
                        && !other.Listed.Contains(value)
                        && !other.TagsOfOthers.Contains(value)
                        && (Tags is null || other.Tags?.Contains(value) != false)
                    ),
                ];
        }

        private static HashSet<string> Texts(IEnumerable<string> tags) =>
            tags.Select(tag => new JValue(tag).ToString(Formatting.None)).ToHashSet(StringComparer.Ordinal);
    }
}
