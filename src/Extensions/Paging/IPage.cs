namespace Pinterest.OpenApi;

/// <summary>One page of a paged operation.</summary>
/// <typeparam name="T">The item.</typeparam>
public interface IPage<T>
{
    /// <summary>Gets the items of this page. A page may be empty although another one follows.</summary>
    IReadOnlyList<T> Items { get; }

    /// <summary>
    /// Gets the bookmark of the next page; null or empty on the last page. Do not parse or change it.
    /// </summary>
    string? Bookmark { get; }
}
