namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>What a line of a terminal means. Its colour is never the only sign of it: the words say the same.</summary>
internal enum Ink
{
    /// <summary>No colour.</summary>
    Plain,

    /// <summary>All is well.</summary>
    Good,

    /// <summary>Something breaks or failed.</summary>
    Bad,

    /// <summary>Somebody should look at it.</summary>
    Warning,

    /// <summary>A heading.</summary>
    Strong,

    /// <summary>A detail.</summary>
    Quiet,
}
