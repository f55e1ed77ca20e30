namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>The document that a reference names.</summary>
/// <param name="Name">Its name; null when it may not be read.</param>
/// <param name="Reason">Why it may not be read, as a sentence; otherwise null.</param>
internal readonly record struct FoundDocument(string? Name, string? Reason);
