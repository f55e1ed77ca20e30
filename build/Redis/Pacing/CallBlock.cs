using System.Globalization;

namespace Pinterest.OpenApi.Redis.Pacing;

/// <summary>Calls that this worker may send between two moments of its own clock.</summary>
/// <param name="id">Its id on the server.</param>
/// <param name="start">When it starts by the clock of the server, in milliseconds.</param>
/// <param name="calls">How many calls it has.</param>
/// <param name="begin">When the first may leave, as a timestamp of the clock.</param>
/// <param name="end">When none may leave any more. Both are on the safe side of what the server counts.</param>
/// <param name="isOfAllCategories">Whether the limit of all categories together made it begin late.</param>
internal sealed class CallBlock(string id, long start, int calls, long begin, long end, bool isOfAllCategories)
{
    private int _used;

    /// <summary>Gets its name on the server.</summary>
    public string Name => NameFor(calls);

    /// <summary>Gets the name it gets when it is given back: that of the calls that were made; empty for none.</summary>
    public string NameOfUsed => _used == 0 ? "" : NameFor(_used);

    /// <summary>Gets when the last call that was taken leaves.</summary>
    public long Last { get; private set; }

    /// <summary>Gets whether the limit of all categories together made it begin late.</summary>
    public bool IsOfAllCategories => isOfAllCategories;

    /// <summary>Takes a call, if one is left, its time has not ended, and the wait is not too long.</summary>
    /// <param name="now">The time.</param>
    /// <param name="longest">The longest wait.</param>
    /// <param name="leaves">When it leaves: now, or when the block begins.</param>
    public bool TryTake(long now, long longest, out long leaves)
    {
        leaves = Math.Max(now, begin);
        if (_used == calls || now > end || leaves - now > longest)
        {
            return false;
        }

        _used++;
        Last = Math.Max(Last, leaves);
        return true;
    }

    private string NameFor(int count) => string.Create(CultureInfo.InvariantCulture, $"{id}:{start}:{count}");
}
