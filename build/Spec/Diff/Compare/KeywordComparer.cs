using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Diff.Rules;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Applies the rules that find changes from the keywords of two schemas.</summary>
internal static class KeywordComparer
{
    private static readonly SchemaRule[] Nullability =
    [
        NullabilityRules.BecameNotNullable,
        NullabilityRules.BecameNullable,
        NullabilityRules.NullableRemovedBesideEnum,
        NullabilityRules.NullableAddedBesideEnum,
    ];

    private static readonly (IgnoredRules Flag, SchemaRule[] Rules)[] Ignorable =
    [
        (IgnoredRules.Nullability, Nullability),
        (IgnoredRules.Default, [DefaultRules.DefaultChanged]),
        (
            IgnoredRules.Enum,
            [
                EnumRules.EnumValueRemoved,
                EnumRules.EnumValueAdded,
                EnumRules.EnumValuesReplaced,
                EnumRules.ConstantChanged,
                EnumRules.EnumAdded,
                EnumRules.EnumDropped,
            ]
        ),
        (IgnoredRules.Type, [TypeRules.TypeChanged, TypeRules.TypeNarrowed, TypeRules.TypeWidened]),
    ];

    private static readonly Dictionary<IgnoredRules, SchemaRule[]> RulesWithout = Enumerable
        .Range(0, 2 * (int)IgnoredRules.Type)
        .Select(flags => (IgnoredRules)flags)
        .ToDictionary(ignored => ignored, Without);

    /// <summary>Applies all rules that have a meaning for a pair.</summary>
    public static void Compare(Comparison comparison, SchemaPair pair)
    {
        if (!HaveSameText(pair))
        {
            Apply(RulesWithout[pair.Ignored], comparison, pair);
            DiscriminatorPropertyComparer.Compare(comparison, pair);
        }
    }

    /// <summary>
    /// Applies the rules that do not ask which values are allowed: those about deprecation and defaults. The defaults 1
    /// and "1" are the same text.
    /// </summary>
    public static void CompareAnnotations(Comparison comparison, SchemaPair pair)
    {
        Apply([DeprecationRules.SchemaDeprecated, DeprecationRules.SchemaUndeprecated], comparison, pair);
        var defaults = pair.Schemas.Select(schema => schema.Keyword("default")?.PlainText());
        if (!pair.Ignored.HasFlag(IgnoredRules.Default) && defaults.Base != defaults.Revision)
        {
            Apply([DefaultRules.DefaultChanged], comparison, pair);
        }
    }

    /// <summary>Applies the rules about null.</summary>
    public static void CompareNullability(Comparison comparison, SchemaPair pair) =>
        Apply(Nullability, comparison, pair);

    private static SchemaRule[] Without(IgnoredRules ignored)
    {
        var without = Ignorable.Where(entry => ignored.HasFlag(entry.Flag)).SelectMany(entry => entry.Rules);
        return [.. DiffRules.All.OfType<SchemaRule>().Except(without)];
    }

    // Most of a description does not change, so schemas with the same text skip the rules. A union, and a keyword that
    // may hold references, can change without a change of the text.
    private static bool HaveSameText(SchemaPair pair)
    {
        var (baseSchema, revisionSchema) = pair.Schemas;
        if (
            baseSchema.Parts.Count != revisionSchema.Parts.Count
            || baseSchema.Union is not null
            || revisionSchema.Union is not null
            || baseSchema.Model.KnowsNullable != revisionSchema.Model.KnowsNullable
        )
        {
            return false;
        }

        for (var i = 0; i < baseSchema.Parts.Count; i++)
        {
            if (OtherKeywordRules.AreIn(baseSchema.Parts[i]) || !baseSchema.Parts[i].IsSameAs(revisionSchema.Parts[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static void Apply(SchemaRule[] rules, Comparison comparison, SchemaPair pair)
    {
        foreach (var rule in rules)
        {
            if (rule.In(pair.Direction) is null)
            {
                continue;
            }

            foreach (var change in rule.Find(pair.Schemas))
            {
                comparison.Add(rule, pair.Direction, WithNearestPlaces(change, pair));
            }
        }
    }

    // A keyword that was added or removed stands in one of the parts of its schema. The nearest place on the other side
    // is the same part there. Example: allOf [A, {maxLength: 5}] becomes allOf [A, {}]: the second part of the
    // revision.
    private static Change WithNearestPlaces(Change change, SchemaPair pair)
    {
        var basePart = TokenPlaces.SchemaOfKeyword(change.BasePlace);
        var revisionPart = TokenPlaces.SchemaOfKeyword(change.RevisionPlace);
        if (pair.Uses is { Base: { } baseUse, Revision: { } revisionUse })
        {
            return change with
            {
                RevisionPlace =
                    revisionPart is null || IsUnchanged(pair, revisionPart) ? revisionUse : change.RevisionPlace,
                NearestInBase = baseUse,
                NearestInRevision = revisionUse,
            };
        }

        return change with
        {
            NearestInBase = basePart as JObject ?? SchemaParts.Like(pair.Schemas.Base, revisionPart),
            NearestInRevision = revisionPart as JObject ?? SchemaParts.Like(pair.Schemas.Revision, basePart),
        };
    }

    // The component is the same on both sides; what differs is written where it is used.
    private static bool IsUnchanged(SchemaPair pair, JToken revisionPart) =>
        pair.Schemas.Base.Parts.Any(part =>
            TokenPlaces.HaveSamePointer(part, revisionPart) && part.IsSameAs(revisionPart)
        );
}
