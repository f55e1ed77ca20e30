namespace Pinterest.OpenApi;

/// <summary>A page without those items of the response that are null.</summary>
/// <typeparam name="T">The item.</typeparam>
internal sealed class KnownItems<T> : IPage<T>
{
    private KnownItems(IReadOnlyList<T> items, string? bookmark)
    {
        Items = items;
        Bookmark = bookmark;
    }

    /// <inheritdoc/>
    public IReadOnlyList<T> Items { get; }

    /// <inheritdoc/>
    public string? Bookmark { get; }

    /// <summary>Leaves the nulls of a page out. A page without nulls is given as it is.</summary>
    public static IPage<T> Of(IPage<T> page)
    {
        var items = page.Items;
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is null)
            {
                return new KnownItems<T>([.. items.Where(item => item is not null)], page.Bookmark);
            }
        }

        return page;
    }
}
