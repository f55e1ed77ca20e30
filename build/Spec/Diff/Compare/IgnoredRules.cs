namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>The schema rules that have no meaning at a place.</summary>
[Flags]
internal enum IgnoredRules
{
    /// <summary>All rules have a meaning.</summary>
    None = 0,

    /// <summary>
    /// The rules about null, for a variant of a union. The union allows null where any variant does, so one variant
    /// alone does not decide. Example: oneOf [A, B], and B becomes nullable.
    /// </summary>
    Nullability = 1,

    /// <summary>
    /// The rule about defaults, for what is required on both sides. A required value is always sent, so a change of its
    /// default affects nobody. Example: required [limit], limit.default 25 becomes 50.
    /// </summary>
    Default = 2,

    /// <summary>
    /// The rules about the values that an enum lists, for the discriminator of a variant. Only the values that stand
    /// for the variant count there. Example: mapping {cat: Cat}, and Cat.kind [cat, dog] becomes [cat].
    /// </summary>
    Enum = 4,

    /// <summary>
    /// The rules about types, for the names of properties, which are always strings. Example: propertyNames: {type:
    /// string, maxLength: 5} becomes {maxLength: 5}.
    /// </summary>
    Type = 8,
}
