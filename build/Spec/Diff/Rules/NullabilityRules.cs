using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;
using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about null. They hold for a union as a whole, and not for each of its variants.</summary>
internal static class NullabilityRules
{
    public static readonly SchemaRule BecameNotNullable = new("became-not-nullable")
    {
        Message = "{0} can no longer be null.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request that sends null is rejected.",
        Remedy = "Send a value instead of null.",
        Example = "nullable: true is removed",
        Find = FindNotNullable,
    };

    public static readonly SchemaRule BecameNullable = new("became-nullable")
    {
        Message = "{0} can now be null.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "Code that does not expect null fails.",
        Remedy = "Handle null when you read responses.",
        Example = "nullable: true is added",
        Find = FindNullable,
    };

    public static readonly SchemaRule NullableRemovedBesideEnum = new("nullable-removed-beside-enum")
    {
        Message = "{0} no longer says that it may be null. Its enum never listed null.",
        InRequest = PotentiallyBreaking,
        InResponse = Compatible,
        Why = "An enum without null excludes null, but many servers accept it nevertheless.",
        Remedy = "Do not send null.",
        Example = "{nullable: true, enum: [A]} becomes {enum: [A]}",
        Find = schemas => FindDisputed(schemas, NullKind.Disputed, NullKind.Forbidden),
    };

    public static readonly SchemaRule NullableAddedBesideEnum = new("nullable-added-beside-enum")
    {
        Message = "{0} says that it may be null. Its enum does not list null.",
        InRequest = Compatible,
        InResponse = PotentiallyBreaking,
        Why = "An enum without null excludes null, but many servers return it nevertheless.",
        Remedy = "Let the reader accept null.",
        Example = "{enum: [A]} becomes {nullable: true, enum: [A]}",
        Find = schemas => FindDisputed(schemas, NullKind.Forbidden, NullKind.Disputed),
    };

    // Where nothing excludes null and nothing allows it in words, the rules about types and values say what changed.
    // Example: {} becomes {type: string}: type-narrowed.
    private static IEnumerable<Change> FindNotNullable(Sides<EffectiveSchema> schemas)
    {
        var (said, lost) = schemas.Select(schema => schema.Null);
        if (said.Kind is not NullKind.Said || !IsLost(schemas, lost))
        {
            return [];
        }

        // What allowed null may still be there, and something else forbids it now.
        return HasWord(schemas.Revision)
            ? [new(said.Place, lost.Place, "nullable")]
            : [Change.Removed(said.Place, "nullable")];
    }

    private static IEnumerable<Change> FindNullable(Sides<EffectiveSchema> schemas)
    {
        var (none, said) = schemas.Select(schema => schema.Null);
        return said.Kind is NullKind.Said && IsLost(schemas, none)
            ? [Change.Added(none.Kind is NullKind.Disputed ? schemas.Revision.EnumPlace : said.Place, "nullable")]
            : [];
    }

    // Where an enum was added or removed as a whole, a rule of its own says so.
    private static bool IsLost(Sides<EffectiveSchema> schemas, NullState state) =>
        state.Kind is NullKind.Forbidden
        || (state is { Kind: NullKind.Disputed, IsMeant: false } && schemas.All(schema => schema.Enum is not null));

    private static IEnumerable<Change> FindDisputed(Sides<EffectiveSchema> schemas, NullKind before, NullKind after) =>
        schemas.Base.Null.Kind == before && schemas.Revision.Null.Kind == after
            ? [new(schemas.Base.Null.Place, schemas.Revision.Null.Place)]
            : [];

    private static bool HasWord(EffectiveSchema schema) =>
        schema.Null.Kind is NullKind.Disputed
        || schema.Parts.Any(part =>
            (schema.Model.KnowsNullable && part["nullable"].IsTrue())
            || (part["type"] is JArray types && types.Any(type => type is JValue { Value: "null" }))
        );
}
