namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>How the pattern of the revision relates to that of the base.</summary>
internal enum PatternChange
{
    /// <summary>Both allow the same texts.</summary>
    Same,

    /// <summary>The revision allows fewer texts.</summary>
    Narrower,

    /// <summary>The revision allows more texts.</summary>
    Wider,

    /// <summary>Each allows texts that the other does not, or the tool cannot decide.</summary>
    Other,
}
