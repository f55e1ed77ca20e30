namespace Pinterest.OpenApi;

/// <summary>The outcome of one of many Pins.</summary>
public enum PinOutcomeKind
{
    /// <summary>The Pin was created.</summary>
    Created,

    /// <summary>The Pin was not created: it was rejected, or the request did not arrive.</summary>
    Failed,

    /// <summary>
    /// The outcome is unknown: the request may have arrived, but there was no response. Check the board before you
    /// create the Pin again.
    /// </summary>
    Unknown,

    /// <summary>The Pin was not sent, because an earlier error would make all other Pins fail too.</summary>
    NotTried,
}
