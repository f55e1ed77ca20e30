namespace Pinterest.OpenApi;

/// <summary>How much a Pin on a board looks like a Pin that was sent.</summary>
internal enum PinLikeness
{
    /// <summary>It is another Pin.</summary>
    None,

    /// <summary>Something is the same, and something is not, or there is nothing to compare.</summary>
    Some,

    /// <summary>The title and the link that were sent are the same.</summary>
    Same,
}
