namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>A flagged line with what we find at its place.</summary>
/// <param name="Line">The line.</param>
/// <param name="Reason">What we find.</param>
internal sealed record JudgedLine(FlaggedLine Line, FlagReason Reason);
