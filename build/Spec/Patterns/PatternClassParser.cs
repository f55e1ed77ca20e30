namespace Pinterest.OpenApi.Spec.Patterns;

/// <summary>Reads which characters a part of a regular expression stands for: [a-f0-9] or \d.</summary>
internal static class PatternClassParser
{
    /// <summary>Reads a class after its opening bracket; null when it is none.</summary>
    public static PatternNode.Class? Read(PatternScanner text)
    {
        var isNegated = text.Skip('^');
        var ranges = new List<CharacterRange>();
        var shorthands = new List<PatternNode.Shorthand>();
        while (!text.Skip(']'))
        {
            switch (ReadMember(text))
            {
                case null:
                    return null;
                case PatternNode.Shorthand shorthand:
                    shorthands.Add(shorthand);
                    break;
                case PatternNode.Class member:
                    ranges.AddRange(member.Ranges);
                    break;
            }
        }

        return ranges.Count + shorthands.Count > 0 || isNegated
            ? new PatternNode.Class(ranges, shorthands, isNegated)
            : null;
    }

    /// <summary>
    /// Reads what a backslash stands for, after it: a class by its letter, or a character as a class of its own. Null
    /// when it is not known here.
    /// </summary>
    public static PatternNode? ReadEscape(PatternScanner text)
    {
        var letter = text.Take();
        return letter switch
        {
            null => null,
            'd' or 'D' or 's' or 'S' or 'w' or 'W' => new PatternNode.Shorthand(letter.Value),
            'n' => Only('\n'),
            'r' => Only('\r'),
            't' => Only('\t'),
            'x' => Only(text.TakeCode(2)),
            'u' => Only(text.TakeCode(4)),
            _ when char.IsAsciiLetterOrDigit(letter.Value) => null,
            _ => Only(letter),
        };
    }

    // A character, a range or a class by its letter.
    private static PatternNode? ReadMember(PatternScanner text)
    {
        var first = ReadCharacter(text);
        if (text.Next is not '-' || text.Ahead(1) is null or ']')
        {
            return first;
        }

        // Behind a class by its letter the hyphen is a character: [\d-x].
        if (first is not PatternNode.Class { Ranges: [var from] })
        {
            return first;
        }

        text.Take();
        return ReadCharacter(text) is PatternNode.Class { Ranges: [var to] } && to.First >= from.First
            ? new PatternNode.Class([new(from.First, to.First)], [], IsNegated: false)
            : null;
    }

    private static PatternNode? ReadCharacter(PatternScanner text) =>
        text.Skip('\\') ? ReadEscape(text) : Only(text.Take());

    private static PatternNode.Class? Only(char? character) =>
        character is { } known ? new PatternNode.Class([new(known, known)], [], IsNegated: false) : null;
}
