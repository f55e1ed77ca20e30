using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about null. They hold for a union as a whole, and not for each of its variants.</summary>
internal static class NullabilityRules
{
    public static readonly SchemaRule BecameNotNullable = new("became-not-nullable")
    {
        Message = "{0} may no longer be null.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = RuleTexts.Narrower,
        Remedy = "Leave it out, or send a value.",
        Example = "nullable: true goes",
        Find = schemas =>
            schemas.Base.NullablePlace is { } place && schemas.Revision.NullablePlace is null
                ? [Change.Removed(place, "nullable")]
                : [],
    };

    public static readonly SchemaRule BecameNullable = new("became-nullable")
    {
        Message = "{0} may be null now.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "A reader that does not expect null fails on it.",
        Remedy = "Let the reader accept null.",
        Example = "nullable: true comes",
        Find = schemas =>
            schemas.Base.NullablePlace is null && schemas.Revision.NullablePlace is { } place
                ? [Change.Added(place, "nullable")]
                : [],
    };
}
