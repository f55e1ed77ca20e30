namespace System.Linq;

/// <summary>The members of <see cref="Enumerable"/> that came after .NET 8.</summary>
internal static class EnumerableExtensions
{
    /// <summary>Counts the items from 0.</summary>
    public static IEnumerable<(int Index, T Item)> Index<T>(this IEnumerable<T> items) =>
        items.Select((item, index) => (index, item));
}
