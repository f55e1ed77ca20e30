namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>What we find at the place of a line that Pinterest flags as breaking, or why there is no such line.</summary>
internal enum FlagReason
{
    /// <summary>The place breaks. Example: a response has lost the property.</summary>
    Confirmed,

    /// <summary>
    /// The change is there, and breaks only some callers. Example: a default changed.
    /// </summary>
    PotentiallyBreaking,

    /// <summary>
    /// Only a response may have more than before. Example: a new enum value, which breaks only callers that reject
    /// values they do not know.
    /// </summary>
    ResponseOnlyWidening,

    /// <summary>
    /// The change is there, and breaks nobody. Example: the pattern is written in another way and matches the same.
    /// </summary>
    Compatible,

    /// <summary>A new required property of a request was required before, by a part of an allOf.</summary>
    AlreadyRequired,

    /// <summary>
    /// Only the way in which the schema is written changed. Example: the properties of an allOf are written directly,
    /// and the differ reports those of the allOf as removed. Another: a variant of a union became a component.
    /// </summary>
    Flattening,

    /// <summary>The property is in the variants of a union, on one of the two sides.</summary>
    MovedIntoVariants,

    /// <summary>The property never travels this way. Example: a readOnly property was removed from a request.</summary>
    NotSent,

    /// <summary>The descriptions that were compared do not have what the line names.</summary>
    NotInDescriptions,

    /// <summary>We find a break, and the operation has no flagged line at all.</summary>
    InvisibleToTheirDiffer,

    /// <summary>None of the other reasons was found.</summary>
    Unexplained,
}
