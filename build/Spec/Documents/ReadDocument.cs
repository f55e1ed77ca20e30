namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>A document that was read, or was not.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">The bytes; null when it could not be read.</param>
/// <param name="Reason">Why it could not be read, as a sentence; otherwise null.</param>
internal readonly record struct ReadDocument(string Name, byte[]? Bytes, string? Reason);
