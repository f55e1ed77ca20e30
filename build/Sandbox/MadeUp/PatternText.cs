using System.Text;
using Bogus;
using Pinterest.OpenApi.Spec.Patterns;

namespace Pinterest.OpenApi.Sandbox.MadeUp;

/// <summary>
/// Makes a text of a pattern by walking through it once, so that the work is bounded by the text: a{50000000} makes
/// nothing. Example: (0|1)[0-9]:\d{2} makes 17:03.
/// </summary>
internal sealed class PatternText
{
    private const int MostSteps = 10_000;

    // Parts that write nothing are no steps. Example: the groups of (()()()){9999}.
    private const int MostParts = 1_000_000;

    // How often more than it must a part is repeated.
    private const int MostMore = 8;

    private readonly Dictionary<PatternNode.Class, IReadOnlyList<CharacterRange>> _usual = new(
        ReferenceEqualityComparer.Instance
    );

    private readonly Randomizer _random;
    private readonly StringBuilder _text = new();
    private int _steps;
    private int _parts;

    private PatternText(Randomizer random) => _random = random;

    /// <summary>Makes a text.</summary>
    /// <exception cref="FormatException">The pattern is none, is too large, or has what is not known
    /// here, such as a look-ahead.</exception>
    public static string Make(string pattern, Randomizer random)
    {
        var tree = PatternParser.Parse(pattern) ?? throw new FormatException("The pattern is not known here.");
        var maker = new PatternText(random);
        maker.Write(tree);
        return maker._text.ToString();
    }

    private void Write(PatternNode node)
    {
        Count(ref _parts, MostParts);
        switch (node)
        {
            case PatternNode.Literal literal:
                Write(literal.Character);
                break;
            case PatternNode.Dot:
                WriteOneOf(UsualCharacters.Letters);
                break;
            case PatternNode.Shorthand shorthand:
                WriteOneOf(UsualCharacters.Of(shorthand));
                break;
            case PatternNode.Class characters:
                WriteOneOf(UsualOf(characters));
                break;
            case PatternNode.Choice choice:
                Write(choice.Options[_random.Int(0, choice.Options.Count - 1)]);
                break;
            case PatternNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                {
                    Write(part);
                }

                break;
            case PatternNode.Repetition repetition:
                WriteTimes(repetition);
                break;
        }
    }

    private void WriteTimes(PatternNode.Repetition repetition)
    {
        var most = repetition.Most ?? repetition.Least + MostMore;
        for (var left = _random.Int(repetition.Least, most); left > 0; left--)
        {
            Count(ref _steps, MostSteps);
            Write(repetition.Part);
        }
    }

    // The same class is written many times: [a-z]{1000}.
    private IReadOnlyList<CharacterRange> UsualOf(PatternNode.Class characters)
    {
        if (!_usual.TryGetValue(characters, out var usual))
        {
            usual = UsualCharacters.Of(characters);
            _usual[characters] = usual;
        }

        return usual;
    }

    private void WriteOneOf(IReadOnlyList<CharacterRange> ranges)
    {
        var range = ranges[_random.Int(0, ranges.Count - 1)];
        Write((char)_random.Int(range.First, range.Last));
    }

    private void Write(char character)
    {
        Count(ref _steps, MostSteps);
        _text.Append(character);
    }

    private static void Count(ref int done, int most)
    {
        if (++done > most)
        {
            throw new FormatException("The pattern asks for too long a text.");
        }
    }
}
