namespace Pinterest.OpenApi;

/// <summary>Which members are null on purpose. Costs eight bytes for a model of up to 64 members.</summary>
internal struct ExplicitNulls
{
    private const int Bits = 64;

    private ulong _first;
    private ulong[]? _more;

    public void Add(int index)
    {
        if (index < Bits)
        {
            _first |= 1UL << index;
            return;
        }

        var word = (index / Bits) - 1;
        if (_more is null || _more.Length <= word)
        {
            Array.Resize(ref _more, word + 1);
        }

        _more[word] |= 1UL << (index % Bits);
    }

    public readonly bool Contains(int index)
    {
        if (index < Bits)
        {
            return (_first & (1UL << index)) != 0;
        }

        var word = (index / Bits) - 1;
        return _more is not null && word < _more.Length && (_more[word] & (1UL << (index % Bits))) != 0;
    }
}
