using static Pinterest.OpenApi.Spec.Diff.Severity;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The rules about items by position (prefixItems, and items beyond them) and about contains.</summary>
internal static class TupleRules
{
    public static readonly DiffRule PrefixItemNarrowed = new("prefix-item-narrowed")
    {
        Message = "An item of {0} must match a schema: {2} (before: {1}).",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with another value at this position is rejected.",
        Remedy = "Check the item at this position.",
        Example = "prefixItems: [A] becomes prefixItems: [A, B]",
    };

    public static readonly DiffRule PrefixItemWidened = new("prefix-item-widened")
    {
        Message = "An item of {0} no longer has to match the schema {1} (now: {2}).",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "A response may contain other values at this position.",
        Remedy = "Handle other values at this position.",
        Example = "prefixItems: [A, B] becomes prefixItems: [A]",
    };

    public static readonly DiffRule ItemsForbidden = new("items-forbidden")
    {
        Message = "{0} allows no further items.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with more items is rejected.",
        Remedy = "Send only the items that are described.",
        Example = "items: false is added beside prefixItems",
    };

    public static readonly DiffRule ItemsAllowed = new("items-allowed")
    {
        Message = "{0} allows further items.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "A response may contain more items than before.",
        Remedy = "Handle more items.",
        Example = "items: false is removed beside prefixItems",
    };

    public static readonly DiffRule ContainsAdded = new("contains-added")
    {
        Message = "{0} must contain an item that matches a schema: {2} (before: {1}).",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request without such an item is rejected.",
        Remedy = "Send an item that matches the schema.",
        Example = "contains: {const: A} is added",
    };

    public static readonly DiffRule ContainsRemoved = new("contains-removed")
    {
        Message = "{0} no longer has to contain an item that matches the schema {1} (now: {2}).",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "A response may lack such an item.",
        Remedy = "Handle a list without the item.",
        Example = "contains: {const: A} is removed",
    };

    public static readonly DiffRule ContainsChanged = new("contains-changed")
    {
        Message = "The items that {0} must contain changed from {1} to {2}.",
        InRequest = PotentiallyBreaking,
        InResponse = PotentiallyBreaking,
        Why = "The number of matching items is limited. So the tool cannot decide which lists are allowed.",
        Remedy = "Compare contains and maxContains by hand.",
        Example = "contains: {const: A} becomes contains: {const: B} beside maxContains: 1",
    };

    public static readonly DiffRule MinContainsIncreased = new("minContains-increased")
    {
        Message = "minContains of {0} increased from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with fewer matching items is rejected.",
        Remedy = "Send more matching items.",
        Example = "minContains 1 becomes 2",
    };

    public static readonly DiffRule MinContainsDecreased = new("minContains-decreased")
    {
        Message = "minContains of {0} decreased from {1} to {2}.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "A response may contain fewer matching items.",
        Remedy = "Handle fewer matching items.",
        Example = "minContains 2 becomes 1",
    };

    public static readonly DiffRule MaxContainsDecreased = new("maxContains-decreased")
    {
        Message = "maxContains of {0} decreased from {1} to {2}.",
        InRequest = Breaking,
        InResponse = Compatible,
        Why = "A request with more matching items is rejected.",
        Remedy = "Send fewer matching items.",
        Example = "maxContains 2 becomes 1, or is added",
    };

    public static readonly DiffRule MaxContainsIncreased = new("maxContains-increased")
    {
        Message = "maxContains of {0} increased from {1} to {2}.",
        InRequest = Compatible,
        InResponse = Breaking,
        Why = "A response may contain more matching items.",
        Remedy = "Handle more matching items.",
        Example = "maxContains 1 becomes 2, or is removed",
    };

    /// <summary>The rules about the item at a position.</summary>
    public static readonly NarrowingRules Positions = new(PrefixItemNarrowed, PrefixItemWidened);

    /// <summary>The rules about the schema under contains.</summary>
    public static readonly NarrowingRules Contained = new(ContainsAdded, ContainsRemoved);
}
