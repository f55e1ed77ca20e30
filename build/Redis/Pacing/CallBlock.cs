using System.Globalization;

namespace Pinterest.OpenApi.Redis.Pacing;

/// <summary>Calls that this worker may send between two moments of its own clock.</summary>
internal sealed class CallBlock
{
    private int _used;

    /// <summary>Gets its id on the server.</summary>
    public required string Id { get; init; }

    /// <summary>Gets when it starts by the clock of the server, in milliseconds.</summary>
    public required long Start { get; init; }

    /// <summary>Gets how many calls it has.</summary>
    public required int Calls { get; init; }

    /// <summary>Gets when the first may leave, as a timestamp of the clock; on the safe side of what the server
    /// counts.</summary>
    public required long Begin { get; init; }

    /// <summary>Gets when none may leave any more; on the safe side, too.</summary>
    public required long End { get; init; }

    /// <summary>Gets whether the limit of all categories together made it begin late.</summary>
    public bool IsOfAllCategories { get; init; }

    /// <summary>Gets how many calls are left, whether or not its time has ended.</summary>
    public int Left => Calls - _used;

    /// <summary>Gets its name on the server.</summary>
    public string Name => NameFor(Calls);

    /// <summary>Gets the name it gets when it is given back: that of the calls that were made; empty for none.</summary>
    public string NameOfUsed => _used == 0 ? "" : NameFor(_used);

    /// <summary>Gets when the last call that was taken leaves.</summary>
    public long Last { get; private set; }

    /// <summary>Takes a call, if one is left, its time has not ended, and the wait is not too long.</summary>
    /// <param name="now">The time.</param>
    /// <param name="longest">The longest wait.</param>
    /// <param name="leaves">When it leaves: now, or when the block begins.</param>
    public bool TryTake(long now, long longest, out long leaves)
    {
        leaves = Math.Max(now, Begin);
        if (_used == Calls || leaves > End || leaves - now > longest)
        {
            return false;
        }

        _used++;
        Last = Math.Max(Last, leaves);
        return true;
    }

    /// <summary>Tells whether a third of it is left at most, of its calls or of its time.</summary>
    public bool IsLow(long now) => Left <= Calls / 3 || End - now <= (End - Begin) / 3;

    private string NameFor(int count) => string.Create(CultureInfo.InvariantCulture, $"{Id}:{Start}:{count}");
}
