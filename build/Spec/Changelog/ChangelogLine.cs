namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>What one line of a published changelog says, in our words.</summary>
internal sealed record ChangelogLine
{
    /// <summary>Gets what happened.</summary>
    public required LineKind Kind { get; init; }

    /// <summary>
    /// Gets where: request, response, response 200, query, path, header, cookie, endpoint, document, or an empty text
    /// when the form of the line is unknown.
    /// </summary>
    public required string In { get; init; }

    /// <summary>
    /// Gets the places within that; none for all of it. Examples: items/items/title for a property, page_size for a
    /// parameter, 404 for a status.
    /// </summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Gets the status of the response, or null.</summary>
    public string? Status => In.StartsWith("response ", StringComparison.Ordinal) ? In["response ".Length..] : null;

    /// <summary>Gets whether the line speaks of a parameter.</summary>
    public bool IsParameter => In is "query" or "path" or "header" or "cookie";

    /// <summary>Gets a text that is the same for two lines that say the same.</summary>
    public string Key => $"{In} {Kind.Word()} {string.Join(' ', Places)}";
}
