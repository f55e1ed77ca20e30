namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>Revisions of the protocol, which are days and so are ordered as texts.</summary>
internal static class Revisions
{
    private const string Stateless = "2026-07-28";

    /// <summary>
    /// Tells whether a revision has no sessions: from 2026-07-28 on. Questions are then the result of a call, and each
    /// request says what its client can do.
    /// </summary>
    /// <param name="revision">The revision, or null where none is known.</param>
    public static bool IsStateless(string? revision) => string.CompareOrdinal(revision, Stateless) >= 0;
}
