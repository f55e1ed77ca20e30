namespace Pinterest.OpenApi;

/// <summary>The answer to the question whether a Pin was created.</summary>
public enum PinLookupAnswer
{
    /// <summary>The Pin was found: it was created.</summary>
    Created,

    /// <summary>
    /// No Pin like it is on the board since then. Pinterest may still be at work; look again later when a second Pin would
    /// do harm.
    /// </summary>
    NotCreated,

    /// <summary>Nobody can tell, for the reason that is given.</summary>
    CannotTell,
}
