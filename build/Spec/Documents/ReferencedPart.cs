namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Stands as annotation at a part of another document that a reference leads to.
/// </summary>
/// <param name="Title">What a person calls it. Examples: Pet, GET /pets.</param>
/// <param name="IsPath">Whether it is all of a path, so that its members are methods.</param>
internal sealed record ReferencedPart(string Title, bool IsPath);
