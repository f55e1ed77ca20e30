namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>That the server does not do its work.</summary>
/// <param name="Since">Since when, by the clock of this worker.</param>
/// <param name="Problem">What is wrong with it.</param>
internal sealed record Absence(DateTimeOffset Since, RedisProblem Problem);
