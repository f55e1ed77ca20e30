using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>What a schema says about null, and where.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Place">Where null is allowed, or where it is forbidden; null where nothing is said.</param>
internal readonly record struct NullState(NullKind Kind, JToken? Place)
{
    /// <summary>
    /// Gets whether null is disputed between two schemas: one says nullable, and the enum without null stands in
    /// another one that it includes. Its author certainly means null. Example: {nullable: true, allOf: [{$ref: Status}]}.
    /// </summary>
    public bool IsMeant { get; init; }

    /// <summary>Gets the state of a schema that says nothing.</summary>
    public static NullState Unsaid { get; } = new(NullKind.Implied, null);

    /// <summary>Gives the state of two schemas that hold together (allOf): each of them has to allow null.</summary>
    public NullState And(NullState other) => other.Kind < Kind ? other : this;

    /// <summary>Gives the state of two variants: one that allows null is enough.</summary>
    public NullState Or(NullState other) => Rank(other.Kind) > Rank(Kind) ? other : this;

    // A variant that says it is a better place than one that says nothing.
    private static int Rank(NullKind kind) =>
        kind switch
        {
            NullKind.Said => 3,
            NullKind.Implied => 2,
            NullKind.Disputed => 1,
            _ => 0,
        };
}
