namespace Pinterest.OpenApi;

/// <summary>What became of one conversion event.</summary>
/// <param name="Status">processed or failed.</param>
/// <param name="Error">Why the event was refused, in Pinterest's words; null when it was not.</param>
/// <param name="Warning">What could be better, in Pinterest's words; null for nothing.</param>
public sealed record ConversionEventResult(string? Status, string? Error, string? Warning);
