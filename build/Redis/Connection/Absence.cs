namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>The time and the problem of a server that does not work.</summary>
/// <param name="Since">The start of the problem, by the clock of this worker.</param>
/// <param name="Problem">The problem.</param>
internal sealed record Absence(DateTimeOffset Since, RedisProblem Problem);
