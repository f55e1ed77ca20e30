using System.Numerics;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>
/// A set of numbers from 0, a bit for each. It holds no words of zeros before its first bit and behind its last.
/// </summary>
internal sealed class NumberSet : IEquatable<NumberSet>
{
    private const int Bits = 64;
    private readonly int _firstWord;
    private readonly ulong[] _words;
    private readonly int _hash;

    private NumberSet(int firstWord, ulong[] words)
    {
        _firstWord = firstWord;
        _words = words;
        Count = words.Sum(BitOperations.PopCount);
        var hash = new HashCode();
        hash.Add(firstWord);
        foreach (var word in words)
        {
            hash.Add(word);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>Gets how many numbers it has.</summary>
    public int Count { get; }

    /// <summary>Makes the set of one number.</summary>
    public static NumberSet Of(int number) => new(number / Bits, [1UL << (number % Bits)]);

    /// <summary>Makes the set of all numbers that at least one of the sets has.</summary>
    public static NumberSet Union(IEnumerable<NumberSet> sets)
    {
        var parts = sets.Where(set => set.Count > 0).ToList();
        if (parts.Count == 0)
        {
            return new NumberSet(0, []);
        }

        var first = parts.Min(part => part._firstWord);
        var words = new ulong[parts.Max(part => part._firstWord + part._words.Length) - first];
        foreach (var part in parts)
        {
            for (var i = 0; i < part._words.Length; i++)
            {
                words[part._firstWord - first + i] |= part._words[i];
            }
        }

        return new NumberSet(first, words);
    }

    /// <summary>Tells whether it has a number.</summary>
    public bool Contains(int number)
    {
        var word = (number / Bits) - _firstWord;
        return word >= 0 && word < _words.Length && (_words[word] & (1UL << (number % Bits))) != 0;
    }

    /// <summary>Lists the numbers, the smallest first.</summary>
    public IEnumerable<int> InOrder()
    {
        for (var i = 0; i < _words.Length; i++)
        {
            for (var rest = _words[i]; rest != 0; rest &= rest - 1)
            {
                yield return ((_firstWord + i) * Bits) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    /// <inheritdoc/>
    public bool Equals(NumberSet? other) =>
        other is not null && _firstWord == other._firstWord && _words.AsSpan().SequenceEqual(other._words);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NumberSet);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
