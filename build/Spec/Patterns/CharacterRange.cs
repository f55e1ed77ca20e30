namespace Pinterest.OpenApi.Spec.Patterns;

/// <summary>Characters that follow each other. Example: from a to f.</summary>
/// <param name="First">The first character.</param>
/// <param name="Last">The last character, which belongs to it.</param>
internal readonly record struct CharacterRange(char First, char Last)
{
    /// <summary>Gets the range of all characters.</summary>
    public static CharacterRange All => new(char.MinValue, char.MaxValue);

    /// <summary>Tells whether a character is in the range.</summary>
    public bool Contains(char character) => character >= First && character <= Last;

    /// <summary>Gives the ranges between some ranges. Example: without a to f: up to ` and from g.</summary>
    public static IReadOnlyList<CharacterRange> Others(IEnumerable<CharacterRange> ranges)
    {
        var others = new List<CharacterRange>();
        var next = 0;
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (range.First > next)
            {
                others.Add(new((char)next, (char)(range.First - 1)));
            }

            next = Math.Max(next, range.Last + 1);
        }

        if (next <= char.MaxValue)
        {
            others.Add(new((char)next, char.MaxValue));
        }

        return others;
    }
}
