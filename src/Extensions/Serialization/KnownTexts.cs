namespace Pinterest.OpenApi;

/// <summary>The known values of an enum. Reading one of them makes no string.</summary>
internal sealed class KnownTexts(string[] values)
{
    private readonly NameTable _table = new(values);
    private Dictionary<string, string?>? _inAnyCase;

    /// <summary>Reads a text: a known value for one that differs by its case alone, any other as it came.</summary>
    public string Read(ref JsonCursor cursor)
    {
        var place = cursor.FindIn(_table);
        if (place >= 0)
        {
            return values[place];
        }

        var text = cursor.GetText();
        _inAnyCase ??= InAnyCase();
        return _inAnyCase.GetValueOrDefault(text) ?? text;
    }

    // Two values that differ by their case alone leave it open which one is meant.
    private Dictionary<string, string?> InAnyCase()
    {
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var value in values)
        {
            found[value] = found.ContainsKey(value) ? null : value;
        }

        return found;
    }
}
