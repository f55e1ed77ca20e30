namespace Pinterest.OpenApi;

/// <summary>One page of a paged operation.</summary>
/// <typeparam name="T">The item.</typeparam>
public interface IPage<T>
{
    /// <summary>Gets the items of this page. A page may be empty and still have a successor.</summary>
    IReadOnlyList<T> Items { get; }

    /// <summary>Gets where the next page begins; null or empty on the last page. Opaque: keep it as it is.</summary>
    string? Bookmark { get; }
}
