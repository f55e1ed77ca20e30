namespace Pinterest.OpenApi;

/// <summary>How far a report is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Part">Which of the parts it is done for, from 1.</param>
/// <param name="Parts">How many reports the request needs.</param>
/// <param name="Rows">How many rows were read so far, of all parts.</param>
public sealed record ReportProgress(ReportStage Stage, int Part, int Parts, long Rows);
