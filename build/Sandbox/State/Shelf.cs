namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>Entities in the order in which they came. Finds the place of a bookmark without counting.</summary>
internal sealed class Shelf<T>
    where T : class, IEntity
{
    private readonly List<T> _items = [];

    public int Count => _items.Count;

    public T? Newest => _items.Count == 0 ? null : _items[^1];

    /// <summary>Puts an entity in its place, or another one there.</summary>
    public void Put(T item)
    {
        var index = IndexOf(item.Order);
        if (index < _items.Count && _items[index].Order == item.Order)
        {
            _items[index] = item;
        }
        else
        {
            _items.Insert(index, item);
        }
    }

    public void Remove(T item)
    {
        var index = IndexOf(item.Order);
        if (index < _items.Count && _items[index].Order == item.Order)
        {
            _items.RemoveAt(index);
        }
    }

    /// <summary>Gives what came before an order, newest first; everything when it is null.</summary>
    public IEnumerable<T> NewestFirst(long? before = null)
    {
        for (var i = before is { } order ? IndexOf(order) - 1 : _items.Count - 1; i >= 0; i--)
        {
            yield return _items[i];
        }
    }

    /// <summary>Gives what came after an order, oldest first; everything when it is null.</summary>
    public IEnumerable<T> OldestFirst(long? after = null)
    {
        for (var i = after is { } order ? IndexOf(order + 1) : 0; i < _items.Count; i++)
        {
            yield return _items[i];
        }
    }

    // The first place whose order is not less.
    private int IndexOf(long order)
    {
        var (low, high) = (0, _items.Count);

        // What is new goes to the end, mostly.
        if (high > 0 && _items[^1].Order < order)
        {
            return high;
        }

        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (_items[middle].Order < order)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
