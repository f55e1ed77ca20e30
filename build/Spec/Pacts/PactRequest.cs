namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>A recorded request.</summary>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Path">The path, without the query.</param>
/// <param name="Query">The query: each name with its values.</param>
/// <param name="Message">The headers and the body.</param>
internal sealed record PactRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Query,
    PactMessage Message
);
