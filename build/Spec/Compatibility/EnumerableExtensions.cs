namespace System.Linq;

/// <summary>The members of <see cref="Enumerable"/> that came after .NET 8.</summary>
internal static class EnumerableExtensions
{
    /// <summary>Counts the items from 0.</summary>
    public static IEnumerable<(int Index, T Item)> Index<T>(this IEnumerable<T> items) =>
        items.Select((item, index) => (index, item));

    /// <summary>Counts the items of each key.</summary>
    public static IEnumerable<KeyValuePair<TKey, int>> CountBy<T, TKey>(
        this IEnumerable<T> items,
        Func<T, TKey> key,
        IEqualityComparer<TKey>? comparer = null
    )
        where TKey : notnull =>
        items.GroupBy(key, comparer).Select(group => KeyValuePair.Create(group.Key, group.Count()));
}
