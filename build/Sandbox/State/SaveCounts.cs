using System.Globalization;

namespace Pinterest.OpenApi.Sandbox.State;

/// <summary>Counts how often each Pin was saved on each day.</summary>
internal sealed class SaveCounts
{
    private static readonly Dictionary<string, int> None = [];

    private readonly Dictionary<string, Dictionary<string, int>> _savesOf = new(StringComparer.Ordinal);

    /// <summary>Gives how often a Pin was saved on each day, as yyyy-MM-dd.</summary>
    public IReadOnlyDictionary<string, int> Of(string pinId) => _savesOf.GetValueOrDefault(pinId) ?? None;

    /// <summary>Counts a Pin that was saved from another one; a Pin without a parent counts nothing.</summary>
    /// <param name="pin">The Pin that the save made.</param>
    /// <param name="change">1 for a save, -1 when the Pin is removed.</param>
    public void Count(Pin pin, int change)
    {
        if (pin.ParentPinId is not { } parent)
        {
            return;
        }

        if (!_savesOf.TryGetValue(parent, out var days))
        {
            _savesOf[parent] = days = new Dictionary<string, int>(StringComparer.Ordinal);
        }

        var day = pin.CreatedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        days[day] = days.GetValueOrDefault(day) + change;
    }

    public void Clear() => _savesOf.Clear();
}
