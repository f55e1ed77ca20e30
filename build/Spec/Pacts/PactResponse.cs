namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>A recorded response.</summary>
/// <param name="Status">The status.</param>
/// <param name="Message">The headers and the body.</param>
internal sealed record PactResponse(int Status, PactMessage Message);
