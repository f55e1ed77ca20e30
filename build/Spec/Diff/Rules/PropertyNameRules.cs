using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about the names of properties: propertyNames and patternProperties.</summary>
internal static class PropertyNameRules
{
    public static readonly DiffRule PropertyNamesAdded = new("property-names-added")
    {
        Message = "The property names of {0} must match a schema: {2} (before: {1}).",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with another property name is rejected.",
        Remedy = "Check the property names that you send.",
        Example = "propertyNames: {pattern: ^[a-z]+$} is added",
    };

    public static readonly DiffRule PropertyNamesRemoved = new("property-names-removed")
    {
        Message = "The property names of {0} no longer match the schema {1} (now: {2}).",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "A response may contain property names that were excluded before.",
        Remedy = "Handle other property names.",
        Example = "propertyNames: {pattern: ^[a-z]+$} is removed",
    };

    public static readonly DiffRule PatternPropertiesAdded = new("pattern-properties-added")
    {
        Message = "Properties like {0} must match the schema {2} (before: {1}).",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "Such a property could have any value, and other values are rejected now.",
        Remedy = "Check the values of these properties.",
        Example = "patternProperties: {^x-: {type: string}} is added",
    };

    public static readonly DiffRule PatternPropertiesRemoved = new("pattern-properties-removed")
    {
        Message = "Properties like {0} no longer match the schema {1} (now: {2}).",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "Such a property may have any value now.",
        Remedy = "Handle other values of these properties.",
        Example = "patternProperties: {^x-: {type: string}} is removed",
    };

    public static readonly DiffRule PatternPropertiesAllowed = new("pattern-properties-allowed")
    {
        Message = "Properties like {0} are allowed: {2}.",
        InRequest = Compatible,
        InResponse = Compatible,
        Why = "The object allowed no other properties before. Code that reads it ignores unknown properties.",
        Remedy = RuleTexts.NoAction,
        Example = "patternProperties: {^x-: {type: string}} is added beside additionalProperties: false",
    };

    public static readonly DiffRule PatternPropertiesForbidden = new("pattern-properties-forbidden")
    {
        Message = "Properties like {0} are no longer allowed: {1}.",
        InRequest = Breaking,
        InResponse = Breaking,
        Why = "Requests with such a property are rejected, and responses no longer contain it.",
        Remedy = "Neither send nor read these properties.",
        Example = "patternProperties: {^x-: {type: string}} is removed beside additionalProperties: false",
    };

    public static readonly DiffRule PatternPropertiesChanged = new("pattern-properties-changed")
    {
        Message = "The pattern of properties like {0} changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "The tool cannot decide whether the new pattern matches all names that the old one matched.",
        Remedy = "Check the property names that you send and read.",
        Example = "patternProperties: {^[a-f]: {}} becomes patternProperties: {^[d-k]: {}}",
    };

    /// <summary>The rules about propertyNames.</summary>
    public static readonly NarrowingRules Names = new(PropertyNamesAdded, PropertyNamesRemoved);

    /// <summary>The rules about a pattern of an object that allows other properties.</summary>
    public static readonly NarrowingRules Patterns = new(PatternPropertiesAdded, PatternPropertiesRemoved);
}
