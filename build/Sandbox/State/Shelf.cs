namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>A list of entities, oldest first. It finds the place of a bookmark by a binary search.</summary>
internal sealed class Shelf<T>
    where T : class, IEntity
{
    private readonly List<T> _items = [];

    public int Count => _items.Count;

    public T? Newest => _items.Count == 0 ? null : _items[^1];

    /// <summary>Puts an entity at the place of its order, instead of the one that has it.</summary>
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

    /// <summary>Gives the entities before an order, newest first; all of them when it is null.</summary>
    public IEnumerable<T> NewestFirst(long? before = null)
    {
        for (var i = before is { } order ? IndexOf(order) - 1 : _items.Count - 1; i >= 0; i--)
        {
            yield return _items[i];
        }
    }

    /// <summary>Gives the entities after an order, oldest first; all of them when it is null.</summary>
    public IEnumerable<T> OldestFirst(long? after = null)
    {
        for (var i = after is { } order ? IndexOf(order + 1) : 0; i < _items.Count; i++)
        {
            yield return _items[i];
        }
    }

    // The first index whose order is not less. Example: orders 2, 5, 9 and order 5 or 4: index 1.
    private int IndexOf(long order)
    {
        // Most calls are for a new entity, whose place is the end.
        if (_items.Count > 0 && _items[^1].Order < order)
        {
            return _items.Count;
        }

        var low = 0;
        var high = _items.Count;

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
