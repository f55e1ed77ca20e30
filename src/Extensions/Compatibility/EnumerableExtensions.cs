namespace System.Linq;

/// <summary>The members of <see cref="Enumerable"/> and of its asynchronous twin that came after .NET 8.</summary>
internal static class EnumerableExtensions
{
    /// <summary>Counts the items from 0.</summary>
    public static IEnumerable<(int Index, T Item)> Index<T>(this IEnumerable<T> items) =>
        items.Select((item, index) => (index, item));

    /// <summary>Gives the items one by one.</summary>
    public static async IAsyncEnumerable<T> ToAsyncEnumerable<T>(this IEnumerable<T> items)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var item in items)
        {
            yield return item;
        }
    }
}
