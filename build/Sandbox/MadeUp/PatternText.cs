using System.Globalization;
using System.Text;
using Bogus;

namespace Pinterest.OpenApi.Sandbox.MadeUp;

/// <summary>
/// Makes a text of a pattern by walking through it once, so that the work is bounded by the text: a{50000000} makes
/// nothing. Example: (0|1)[0-9]:\d{2} makes 17:03.
/// </summary>
internal sealed class PatternText
{
    private const int MostSteps = 10_000;
    private const int DeepestGroup = 50;

    // How often more than it must a part is repeated.
    private const int MostMore = 8;

    private readonly string _pattern;
    private readonly Randomizer _random;
    private readonly StringBuilder _text = new();
    private int _at;
    private int _steps;

    private PatternText(string pattern, Randomizer random)
    {
        _pattern = pattern;
        _random = random;
    }

    /// <summary>Makes a text.</summary>
    /// <exception cref="FormatException">The pattern is none, is too large, or has what is not known
    /// here, such as a look-ahead.</exception>
    public static string Make(string pattern, Randomizer random)
    {
        var maker = new PatternText(pattern, random);
        var part = maker.Alternatives(0);
        if (maker._at < pattern.Length)
        {
            throw maker.Unknown();
        }

        part();
        return maker._text.ToString();
    }

    private Action Alternatives(int depth)
    {
        if (depth > DeepestGroup)
        {
            throw Unknown();
        }

        var choices = new List<Action> { Sequence(depth) };
        while (Take('|'))
        {
            choices.Add(Sequence(depth));
        }

        return () => _random.ListItem(choices)();
    }

    private Action Sequence(int depth)
    {
        var parts = new List<Action>();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            parts.Add(Repeated(Atom(depth)));
        }

        return () => parts.ForEach(part => part());
    }

    private Action Repeated(Action atom)
    {
        var least = 1;
        var most = 1;
        if (Take('?'))
        {
            least = 0;
        }
        else if (Take('*'))
        {
            least = 0;
            most = MostMore;
        }
        else if (Take('+'))
        {
            most = 1 + MostMore;
        }
        else if (Take('{'))
        {
            least = Number();
            most = Upper(least);
        }
        else
        {
            return atom;
        }

        // As few as possible makes no difference here.
        Take('?');
        return () =>
        {
            for (var left = _random.Int(least, Math.Max(least, most)); left > 0; left--)
            {
                Step();
                atom();
            }
        };
    }

    private int Upper(int least)
    {
        if (Take('}'))
        {
            return least;
        }

        Require(',');
        if (Take('}'))
        {
            return least + MostMore;
        }

        var most = Number();
        Require('}');
        return most;
    }

    private Action Atom(int depth)
    {
        var character = Next();
        return character switch
        {
            '(' => Group(depth),
            '[' => PickFrom(PatternClass.Read(_pattern, ref _at)),
            '.' => PickFrom(PatternClass.Letters),
            '\\' => Escaped(),
            '^' or '$' => () => { },
            '*' or '+' or '?' or '{' => throw Unknown(),
            _ => () => Write(character),
        };
    }

    private Action Group(int depth)
    {
        if (Take('?'))
        {
            Require(':');
        }

        var inner = Alternatives(depth + 1);
        Require(')');
        return inner;
    }

    private Action Escaped()
    {
        if (_at < _pattern.Length && _pattern[_at] is 'b' or 'B')
        {
            _at++;
            return () => { };
        }

        return PickFrom(PatternClass.ReadEscape(_pattern, ref _at));
    }

    private Action PickFrom(IReadOnlyList<(char From, char To)> ranges) =>
        () =>
        {
            var (from, to) = ranges[_random.Int(0, ranges.Count - 1)];
            Write((char)_random.Int(from, to));
        };

    private void Write(char character)
    {
        Step();
        _text.Append(character);
    }

    private void Step()
    {
        if (++_steps > MostSteps)
        {
            throw new FormatException("The pattern asks for too long a text.");
        }
    }

    private int Number()
    {
        var start = _at;
        while (_at < _pattern.Length && char.IsAsciiDigit(_pattern[_at]))
        {
            _at++;
        }

        // What is no number of 32 bits is too much all the same.
        return
            int.TryParse(_pattern[start.._at], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= MostSteps
            ? number
            : throw new FormatException("The pattern asks for too many repetitions.");
    }

    private char Next() => _at < _pattern.Length ? _pattern[_at++] : throw Unknown();

    private bool Take(char expected)
    {
        if (_at >= _pattern.Length || _pattern[_at] != expected)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Require(char expected)
    {
        if (!Take(expected))
        {
            throw Unknown();
        }
    }

    private FormatException Unknown() => new($"What stands at {_at} of the pattern is not known here.");
}
