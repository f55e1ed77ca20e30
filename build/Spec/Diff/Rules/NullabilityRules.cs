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
        Find = schemas =>
            schemas.Base.NullablePlace is { } place && schemas.Revision.NullablePlace is null
                ? [Change.Removed(place, "nullable")]
                : [],
    };

    public static readonly SchemaRule BecameNullable = new("became-nullable")
    {
        Message = "{0} can now be null.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "Code that does not expect null fails.",
        Remedy = "Handle null when you read responses.",
        Example = "nullable: true is added",
        Find = schemas =>
            schemas.Base.NullablePlace is null && schemas.Revision.NullablePlace is { } place
                ? [Change.Added(place, "nullable")]
                : [],
    };
}
