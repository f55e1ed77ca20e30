namespace Pinterest.OpenApi;

/// <summary>The outcome of one conversion event.</summary>
/// <param name="Status">processed or failed.</param>
/// <param name="Error">The reason of a rejection, in Pinterest's words; null when the event was not rejected.</param>
/// <param name="Warning">A warning, in Pinterest's words; null for none.</param>
public sealed record ConversionEventResult(string? Status, string? Error, string? Warning);
