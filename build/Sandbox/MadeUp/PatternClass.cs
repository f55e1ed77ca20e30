using System.Globalization;

namespace Pinterest.OpenApi.Sandbox.MadeUp;

/// <summary>Reads which characters a part of a pattern stands for: [a-f0-9] or \d.</summary>
internal static class PatternClass
{
    private const char FirstPrintable = ' ';
    private const char LastPrintable = '~';

    private static readonly (char From, char To)[] Digits = [('0', '9')];
    private static readonly (char From, char To)[] Words = [('a', 'z'), ('A', 'Z'), ('0', '9'), ('_', '_')];

    /// <summary>Gets the small letters, which stand for any character.</summary>
    public static IReadOnlyList<(char From, char To)> Letters { get; } = [('a', 'z')];

    /// <summary>Reads a class after its opening bracket.</summary>
    /// <exception cref="FormatException">It has no end, no character, or what is not known here.</exception>
    public static IReadOnlyList<(char From, char To)> Read(string pattern, ref int at)
    {
        var isNegated = Peek(pattern, at) == '^';
        at += isNegated ? 1 : 0;
        var ranges = new List<(char From, char To)>();
        while (Peek(pattern, at) != ']')
        {
            ranges.AddRange(Member(pattern, ref at));
        }

        at++;
        var printable = Printable(ranges, isNegated);
        if (printable.Count > 0)
        {
            return printable;
        }

        return isNegated || ranges.Count == 0 ? throw new FormatException("The class has no character.") : ranges;
    }

    /// <summary>Reads what a backslash stands for, after it.</summary>
    /// <exception cref="FormatException">It is not known here.</exception>
    public static IReadOnlyList<(char From, char To)> ReadEscape(string pattern, ref int at)
    {
        var letter = Peek(pattern, at++);
        return letter switch
        {
            'd' => Digits,
            'w' => Words,
            's' => One(' '),
            'D' or 'S' => Letters,
            'W' => One('-'),
            'n' => One('\n'),
            'r' => One('\r'),
            't' => One('\t'),
            'x' => One(Hex(pattern, ref at, 2)),
            'u' => One(Hex(pattern, ref at, 4)),
            _ when char.IsAsciiLetterOrDigit(letter) => throw new FormatException($"\\{letter} is not known here."),
            _ => One(letter),
        };
    }

    private static IReadOnlyList<(char From, char To)> Member(string pattern, ref int at)
    {
        var first = Element(pattern, ref at);
        var isRange = Peek(pattern, at) == '-' && Peek(pattern, at + 1) != ']';
        if (!isRange || first is not [var from])
        {
            return first;
        }

        at++;
        return Element(pattern, ref at) is [var to] && to.To >= from.From
            ? [(from.From, to.To)]
            : throw new FormatException("The range has no end.");
    }

    private static IReadOnlyList<(char From, char To)> Element(string pattern, ref int at)
    {
        var character = Peek(pattern, at++);
        return character == '\\' ? ReadEscape(pattern, ref at) : One(character);
    }

    // What people can read comes first, wherever a class has it.
    private static List<(char From, char To)> Printable(List<(char From, char To)> ranges, bool isNegated)
    {
        var printable = new List<(char From, char To)>();
        for (var character = FirstPrintable; character <= LastPrintable; character++)
        {
            var candidate = character;
            if (ranges.Exists(range => candidate >= range.From && candidate <= range.To) != isNegated)
            {
                printable.Add((candidate, candidate));
            }
        }

        return printable;
    }

    private static char Hex(string pattern, ref int at, int digits)
    {
        var end = at + digits;
        if (
            end > pattern.Length
            || !ushort.TryParse(
                pattern.AsSpan(at, digits),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
        )
        {
            throw new FormatException("The code of a character is cut off.");
        }

        at = end;
        return (char)code;
    }

    private static (char From, char To)[] One(char character) => [(character, character)];

    private static char Peek(string pattern, int at) =>
        at < pattern.Length ? pattern[at] : throw new FormatException("The pattern ends within a class.");
}
