namespace Pinterest.OpenApi;

/// <summary>A page that is made of a list.</summary>
internal sealed record ListedPage<T>(IReadOnlyList<T> Items, string? Bookmark) : IPage<T>;
