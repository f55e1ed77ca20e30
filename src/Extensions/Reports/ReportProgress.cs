namespace Pinterest.OpenApi;

/// <summary>The progress of a report.</summary>
/// <param name="Stage">The current stage.</param>
/// <param name="Part">The number of the current part, from 1.</param>
/// <param name="Parts">How many reports the request needs.</param>
/// <param name="Rows">How many rows were read so far, of all parts.</param>
public sealed record ReportProgress(ReportStage Stage, int Part, int Parts, long Rows);
