using System.Globalization;

namespace Pinterest.OpenApi.Spec.Patterns;

/// <summary>
/// Reads a regular expression of ECMAScript. It refuses what is not known here, for example a look-ahead, a back
/// reference or a class of Unicode.
/// </summary>
internal sealed class PatternParser
{
    /// <summary>The largest count of a repetition.</summary>
    public const int MaxCount = 10_000;

    private const int MaxDepth = 100;

    private readonly PatternScanner _text;
    private int _depth;

    private PatternParser(string text) => _text = new PatternScanner(text);

    /// <summary>Reads a pattern; null when it is none, or says something that is not known here.</summary>
    public static PatternNode.Choice? Parse(string text)
    {
        var parser = new PatternParser(text);
        return parser.ReadChoice() is { } tree && parser._text.Next is null ? tree : null;
    }

    private PatternNode.Choice? ReadChoice()
    {
        var options = new List<PatternNode>();
        do
        {
            if (ReadSequence() is not { } option)
            {
                return null;
            }

            options.Add(option);
        } while (_text.Skip('|'));

        return new PatternNode.Choice(options);
    }

    private PatternNode.Sequence? ReadSequence()
    {
        var parts = new List<PatternNode>();
        while (_text.Next is not (null or '|' or ')'))
        {
            if (ReadPart() is not { } part || ReadRepetition(part) is not { } repeated)
            {
                return null;
            }

            parts.Add(repeated);
        }

        return new PatternNode.Sequence(parts);
    }

    private PatternNode? ReadPart()
    {
        var character = _text.Take();
        switch (character)
        {
            case '(':
                return ReadGroup();
            case '[':
                return PatternClassParser.Read(_text);
            case '*' or '+' or '?' or '{':
                return null;
            case '.':
                return new PatternNode.Dot();
            case '^' or '$':
                return new PatternNode.Place();
            case '\\':
                return _text.Skip('b') || _text.Skip('B')
                    ? new PatternNode.Place()
                    : PatternClassParser.ReadEscape(_text);
            default:
                return character is { } literal ? new PatternNode.Literal(literal) : null;
        }
    }

    // What a group is called in the result makes no difference here.
    private PatternNode.Choice? ReadGroup()
    {
        if (++_depth > MaxDepth || (_text.Skip('?') && !_text.Skip(':')))
        {
            return null;
        }

        var inner = ReadChoice();
        _depth--;
        return _text.Skip(')') ? inner : null;
    }

    private PatternNode? ReadRepetition(PatternNode part)
    {
        PatternNode? repeated;
        if (_text.Skip('*'))
        {
            repeated = new PatternNode.Repetition(part, 0, null);
        }
        else if (_text.Skip('+'))
        {
            repeated = new PatternNode.Repetition(part, 1, null);
        }
        else if (_text.Skip('?'))
        {
            repeated = new PatternNode.Repetition(part, 0, 1);
        }
        else if (_text.Skip('{'))
        {
            repeated = ReadCount(part);
        }
        else
        {
            return part;
        }

        // As few as possible allows the same texts.
        _text.Skip('?');
        return repeated;
    }

    // Examples: {3}, {3,} and {3,5}.
    private PatternNode.Repetition? ReadCount(PatternNode part)
    {
        if (ReadNumber() is not { } least)
        {
            return null;
        }

        int? most = least;
        if (_text.Skip(','))
        {
            if (_text.Skip('}'))
            {
                return new PatternNode.Repetition(part, least, null);
            }

            most = ReadNumber();
        }

        return _text.Skip('}') && most >= least ? new PatternNode.Repetition(part, least, most) : null;
    }

    private int? ReadNumber()
    {
        var number = 0;
        var hasDigits = false;
        while (_text.Next is { } digit && char.IsAsciiDigit(digit))
        {
            _text.Take();
            hasDigits = true;
            number = (number * 10) + int.Parse([digit], CultureInfo.InvariantCulture);
            if (number > MaxCount)
            {
                return null;
            }
        }

        return hasDigits ? number : null;
    }
}
