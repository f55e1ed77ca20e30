namespace Pinterest.OpenApi;

/// <summary>The answer to the question whether a Pin was created.</summary>
public enum PinLookupAnswer
{
    /// <summary>The Pin was found: it was created.</summary>
    Created,

    /// <summary>
    /// No similar Pin was created on the board since then. Pinterest may still be creating it. Search again later if a
    /// second Pin would be a problem.
    /// </summary>
    NotCreated,

    /// <summary>The search gave no certain answer; see the reason.</summary>
    CannotTell,
}
