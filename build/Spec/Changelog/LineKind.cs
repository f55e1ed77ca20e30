namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>What a line of a published changelog says happened.</summary>
internal enum LineKind
{
    /// <summary>The reader does not know the form of the line.</summary>
    Unknown,

    /// <summary>The endpoint is new.</summary>
    EndpointAdded,

    /// <summary>The endpoint is no longer deprecated.</summary>
    EndpointReactivated,

    /// <summary>A way to authenticate was added.</summary>
    SecurityAdded,

    /// <summary>A status was added; the places are the statuses.</summary>
    ResponseAdded,

    /// <summary>A status was removed; the places are the statuses.</summary>
    ResponseRemoved,

    /// <summary>A component schema was removed. It belongs to no endpoint.</summary>
    SchemaRemoved,

    /// <summary>A parameter was added.</summary>
    ParameterAdded,

    /// <summary>A parameter was removed.</summary>
    ParameterRemoved,

    /// <summary>A property was added that a request may leave out, or that a response has.</summary>
    PropertyAdded,

    /// <summary>A property was added that a request must have.</summary>
    RequiredPropertyAdded,

    /// <summary>A property was removed.</summary>
    PropertyRemoved,

    /// <summary>The type or the format changed.</summary>
    TypeChanged,

    /// <summary>The type or the format allows more than before.</summary>
    TypeWidened,

    /// <summary>A value was added to a list of values.</summary>
    EnumValueAdded,

    /// <summary>A value was removed from a list of values.</summary>
    EnumValueRemoved,

    /// <summary>Any value was allowed, and now only those of a list.</summary>
    EnumAdded,

    /// <summary>A schema was added to allOf, oneOf or anyOf.</summary>
    PartsAdded,

    /// <summary>A schema was removed from allOf, oneOf or anyOf.</summary>
    PartsRemoved,

    /// <summary>An optional value is required.</summary>
    BecameRequired,

    /// <summary>A required value is optional.</summary>
    BecameOptional,

    /// <summary>Null is allowed.</summary>
    BecameNullable,

    /// <summary>Null is no longer allowed.</summary>
    BecameNotNullable,

    /// <summary>Only responses have the property.</summary>
    BecameReadOnly,

    /// <summary>Requests may have the property, too.</summary>
    BecameNotReadOnly,

    /// <summary>A length or a range changed.</summary>
    LimitChanged,

    /// <summary>A pattern was added, changed or removed.</summary>
    PatternChanged,

    /// <summary>A default was added or removed.</summary>
    DefaultChanged,

    /// <summary>A discriminator or its mapping changed.</summary>
    DiscriminatorChanged,

    /// <summary>A property is deprecated.</summary>
    Deprecated,
}
