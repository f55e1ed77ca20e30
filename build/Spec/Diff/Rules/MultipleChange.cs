namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>How the multiples of the revision relate to those of the base.</summary>
internal enum MultipleChange
{
    /// <summary>Both allow the same numbers.</summary>
    Same,

    /// <summary>The revision allows fewer numbers.</summary>
    Narrower,

    /// <summary>The revision allows more numbers.</summary>
    Wider,

    /// <summary>Each allows numbers that the other does not, or it cannot be told.</summary>
    Other,
}
