using Pinterest.OpenApi.Spec.Patterns;

namespace Pinterest.OpenApi.Sandbox.MadeUp;

/// <summary>Which characters are written for a class of a pattern: those that people can read.</summary>
internal static class UsualCharacters
{
    private const char FirstPrintable = ' ';
    private const char LastPrintable = '~';

    /// <summary>Gets the small letters, which stand for any character.</summary>
    public static IReadOnlyList<CharacterRange> Letters { get; } = [new('a', 'z')];

    /// <summary>Gives the characters of a class by its letter. Example: for \d the digits.</summary>
    public static IReadOnlyList<CharacterRange> Of(PatternNode.Shorthand shorthand) =>
        shorthand.Letter switch
        {
            'd' => [new('0', '9')],
            'w' => [new('a', 'z'), new('A', 'Z'), new('0', '9'), new('_', '_')],
            's' => [new(' ', ' ')],
            'W' => [new('-', '-')],
            _ => Letters,
        };

    /// <summary>Gives the characters of a class.</summary>
    /// <exception cref="FormatException">It is negated, and no character that people can read is left.</exception>
    public static IReadOnlyList<CharacterRange> Of(PatternNode.Class characters)
    {
        IReadOnlyList<CharacterRange> ranges = [.. characters.Ranges, .. characters.Shorthands.SelectMany(Of)];
        var printable = Printable(ranges, characters.IsNegated);
        if (printable.Count > 0)
        {
            return printable;
        }

        return characters.IsNegated ? throw new FormatException("The class has no readable character.") : ranges;
    }

    private static List<CharacterRange> Printable(IReadOnlyList<CharacterRange> ranges, bool isNegated)
    {
        var printable = new List<CharacterRange>();
        for (var character = FirstPrintable; character <= LastPrintable; character++)
        {
            var candidate = character;
            if (ranges.Any(range => range.Contains(candidate)) != isNegated)
            {
                printable.Add(new(candidate, candidate));
            }
        }

        return printable;
    }
}
