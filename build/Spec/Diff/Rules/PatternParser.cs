using System.Globalization;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>Reads a regular expression without anchors. What it does not know it does not guess.</summary>
internal sealed class PatternParser
{
    private const int MaxDepth = 100;

    private readonly string _text;
    private int _at;
    private int _depth;

    private PatternParser(string text) => _text = text;

    private char? Next => _at < _text.Length ? _text[_at] : null;

    /// <summary>Reads a pattern; null when it says something that is not known here.</summary>
    public static PatternNode? Parse(string text)
    {
        var parser = new PatternParser(text);
        return parser.ReadChoice() is { } tree && parser.Next is null ? tree : null;
    }

    private PatternNode? ReadChoice()
    {
        var options = new List<PatternNode>();
        do
        {
            if (ReadSequence() is not { } option)
            {
                return null;
            }

            options.Add(option);
        } while (Skip('|'));

        return options is [var only] ? only : new PatternNode.Choice(options);
    }

    private PatternNode.Sequence? ReadSequence()
    {
        var parts = new List<PatternNode>();
        while (Next is not (null or '|' or ')'))
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
        var character = _text[_at++];
        switch (character)
        {
            case '(':
                return ReadGroup();
            case '[':
                return ReadClass();
            case '*' or '+' or '?' or '{':
                return null;
            case '.':
                return new PatternNode.Characters(PatternClasses.AnyOfLine);
            case '\\':
                return ReadEscape() is { } ranges ? new PatternNode.Characters(ranges) : null;
            default:
                return new PatternNode.Characters([new(character, character)]);
        }
    }

    private PatternNode? ReadGroup()
    {
        if (++_depth > MaxDepth)
        {
            return null;
        }

        var inner = ReadChoice();
        _depth--;
        return Skip(')') ? inner : null;
    }

    private PatternNode? ReadRepetition(PatternNode part)
    {
        if (Skip('*'))
        {
            return new PatternNode.Repetition(part, 0, null);
        }

        if (Skip('+'))
        {
            return new PatternNode.Repetition(part, 1, null);
        }

        if (Skip('?'))
        {
            return new PatternNode.Repetition(part, 0, 1);
        }

        return Skip('{') ? ReadCount(part) : part;
    }

    // Examples: {3}, {3,} and {3,5}.
    private PatternNode.Repetition? ReadCount(PatternNode part)
    {
        var end = _text.IndexOf('}', _at);
        if (end < 0)
        {
            return null;
        }

        var numbers = _text[_at..end].Split(',');
        _at = end + 1;
        if (numbers.Length > 2 || Number(numbers[0]) is not { } least)
        {
            return null;
        }

        if (numbers is [_, ""])
        {
            return new PatternNode.Repetition(part, least, null);
        }

        return Number(numbers[^1]) is { } most && most >= least ? new PatternNode.Repetition(part, least, most) : null;
    }

    // A larger number would be too many states anyway.
    private static int? Number(string text) =>
        text.Length is > 0 and <= 3 && text.All(char.IsAsciiDigit)
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : null;

    private PatternNode.Characters? ReadClass()
    {
        var isNegated = Skip('^');
        var ranges = new List<CharacterRange>();
        while (!Skip(']'))
        {
            if (ReadMember() is not { } member)
            {
                return null;
            }

            ranges.AddRange(member);
        }

        if (ranges.Count == 0)
        {
            return null;
        }

        return new PatternNode.Characters(isNegated ? CharacterRange.Others(ranges) : ranges);
    }

    // A character, a range or a class by letter within brackets.
    private IReadOnlyList<CharacterRange>? ReadMember()
    {
        if (ReadMemberCharacter() is not { } first)
        {
            return null;
        }

        if (Next is not '-' || _at + 1 >= _text.Length || _text[_at + 1] == ']')
        {
            return first;
        }

        _at++;
        return first is [{ } from] && ReadMemberCharacter() is [{ } to] && IsRange(from, to)
            ? [new(from.First, to.First)]
            : null;
    }

    private static bool IsRange(CharacterRange from, CharacterRange to) =>
        from.First == from.Last && to.First == to.Last && from.First <= to.First;

    private IReadOnlyList<CharacterRange>? ReadMemberCharacter()
    {
        if (Next is not { } character)
        {
            return null;
        }

        _at++;
        return character == '\\' ? ReadEscape() : [new(character, character)];
    }

    private IReadOnlyList<CharacterRange>? ReadEscape() =>
        _at < _text.Length ? PatternClasses.Escaped(_text[_at++]) : null;

    private bool Skip(char character)
    {
        if (Next != character)
        {
            return false;
        }

        _at++;
        return true;
    }
}
