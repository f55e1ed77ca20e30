namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>How much a change means, worst last.</summary>
internal enum Severity
{
    /// <summary>Only texts changed.</summary>
    Documentation,

    /// <summary>Callers that work with the base work with the revision.</summary>
    Compatible,

    /// <summary>Some callers break, or the comparison cannot decide.</summary>
    PotentiallyBreaking,

    /// <summary>Callers that use the place break.</summary>
    Breaking,
}
