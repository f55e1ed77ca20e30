namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>What a schema says about null.</summary>
internal enum NullKind
{
    /// <summary>Null is not allowed.</summary>
    Forbidden,

    /// <summary>
    /// A type allows null and an enum does not list it. Strictly null is not allowed, but many authors forget the entry.
    /// Example: {type: string, nullable: true, enum: [a]}.
    /// </summary>
    Disputed,

    /// <summary>Null is allowed in so many words. Example: type: [string, null].</summary>
    Said,

    /// <summary>Nothing is said that would exclude null. Example: {}.</summary>
    Implied,
}
