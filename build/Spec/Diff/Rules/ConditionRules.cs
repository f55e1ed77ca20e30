using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>
/// The rules about what holds only for some values: if with then and else, dependentRequired and dependentSchemas.
/// </summary>
internal static class ConditionRules
{
    public static readonly DiffRule ConditionAdded = new("condition-added")
    {
        Message = "{0} has a new condition: {2} (before: {1}).",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request that does not follow the condition is rejected.",
        Remedy = "Check what you send against then and else.",
        Example = "if and then are added",
    };

    public static readonly DiffRule ConditionRemoved = new("condition-removed")
    {
        Message = "{0} no longer has the condition {1} (now: {2}).",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "A response may contain values that the condition excluded.",
        Remedy = "Do not rely on the condition.",
        Example = "if and then are removed",
    };

    public static readonly DiffRule ConditionChanged = new("condition-changed")
    {
        Message = "A condition of {0} changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "The tool cannot decide for which values the condition holds now.",
        Remedy = "Compare if, then and else by hand.",
        Example = "if: {properties: {kind: {const: a}}} becomes if: {properties: {size: {const: 1}}}",
    };

    public static readonly DiffRule DependentRequiredAdded = new("dependent-required-added")
    {
        Message = "{0} requires more properties when others are present: {2}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with the one property and without the other is rejected.",
        Remedy = "Send both properties, or neither.",
        Example = "dependentRequired: {card: [zip]} is added",
    };

    public static readonly DiffRule DependentRequiredRemoved = new("dependent-required-removed")
    {
        Message = "{0} no longer requires some properties when others are present: {1}.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "A response may contain the one property without the other.",
        Remedy = "Handle a missing property.",
        Example = "dependentRequired: {card: [zip]} is removed",
    };

    public static readonly DiffRule DependentSchemaAdded = new("dependent-schema-added")
    {
        Message = "{0} must match a schema when a property is present: {2}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with the property that does not match the schema is rejected.",
        Remedy = "Check what you send with that property.",
        Example = "dependentSchemas: {card: {properties: {zip: {minLength: 5}}}} is added",
    };

    public static readonly DiffRule DependentSchemaRemoved = new("dependent-schema-removed")
    {
        Message = "{0} no longer matches a schema when a property is present: {1}.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "A response with the property may contain values that were excluded before.",
        Remedy = "Do not rely on the old schema.",
        Example = "dependentSchemas: {card: {properties: {zip: {minLength: 5}}}} is removed",
    };

    /// <summary>The rules about a condition as a whole, and about its then and else.</summary>
    public static readonly NarrowingRules Conditions = new(ConditionAdded, ConditionRemoved);

    /// <summary>The rules about the schema that holds where a property is present.</summary>
    public static readonly NarrowingRules DependentSchemas = new(DependentSchemaAdded, DependentSchemaRemoved);
}
