namespace Pinterest.OpenApi;

/// <summary>What became of one of many Pins.</summary>
public enum PinOutcomeKind
{
    /// <summary>The Pin was created.</summary>
    Created,

    /// <summary>The Pin was certainly not created: it was refused, or never arrived.</summary>
    Failed,

    /// <summary>
    /// Nobody knows whether the Pin was created: the request may have arrived, and its response did not. Look before you
    /// create it again.
    /// </summary>
    Unknown,

    /// <summary>The Pin was not tried, because an error before it makes all others fail too.</summary>
    NotTried,
}
