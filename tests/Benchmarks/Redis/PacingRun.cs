namespace Pinterest.OpenApi.Benchmarks.Redis;

/// <summary>What came of the calls of all workers.</summary>
/// <param name="Answered">Calls that were answered.</param>
/// <param name="Refused">Calls that were refused for the rate limit.</param>
/// <param name="Scripts">Scripts that Redis has run for them.</param>
internal sealed record PacingRun(long Answered, long Refused, long Scripts);
