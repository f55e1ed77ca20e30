namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>Whether all values that one schema allows are values that another allows.</summary>
internal enum Inclusion
{
    /// <summary>They are.</summary>
    Yes,

    /// <summary>At least one is not.</summary>
    No,

    /// <summary>It cannot be decided.</summary>
    Unknown,
}
