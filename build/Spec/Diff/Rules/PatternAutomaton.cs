using System.Globalization;
using System.Text.RegularExpressions;
using Fare;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>Builds automata of regular expressions, as far as the comparison can decide about them.</summary>
internal static partial class PatternAutomaton
{
    // Automata of large counts are large; such patterns are not decided.
    private const int MaxLength = 120;
    private const int MaxCount = 1024;
    private const int MaxOpenCount = 8;

    private const string AnyText = "(.|\n)*";

    /// <summary>Builds the automaton of a pattern; null when the pattern is too large or beyond automata.</summary>
    public static Automaton? Of(string pattern)
    {
        if (pattern.Length > MaxLength || Special().IsMatch(pattern) || IsLarge(pattern))
        {
            return null;
        }

        var isStart = pattern.StartsWith('^');
        var isEnd = pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal);
        var start = isStart ? 1 : 0;
        var end = isEnd ? pattern.Length - 1 : pattern.Length;
        var body = pattern[start..end];

        // An anchor in the middle, or one that holds for one side of a choice only, means something else.
        if (Anchor().IsMatch(body) || ((isStart || isEnd) && HasOuterChoice(body)))
        {
            return null;
        }

        try
        {
            if (Translate(body) is not { } plain)
            {
                return null;
            }

            var prefix = isStart ? "" : AnyText;
            var suffix = isEnd ? "" : AnyText;
            return new RegExp($"{prefix}({plain}){suffix}", default(RegExpSyntaxOptions)).ToAutomaton();
        }
        catch (Exception error)
            when (error is ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException
            )
        {
            return null;
        }
    }

    // The library does not know classes by letter within brackets, so they are written out, ASCII only as in
    // ECMAScript. Example: [\d_] becomes [0-9_].
    private static string? Translate(string pattern)
    {
        var text = new System.Text.StringBuilder();
        var isInside = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var character = pattern[i];
            if (character == '\\')
            {
                if (++i == pattern.Length || Members(pattern[i]) is not { } members)
                {
                    return null;
                }

                text.Append(isInside || members[0] == '\\' ? members : $"[{members}]");
                continue;
            }

            isInside = character switch
            {
                '[' => true,
                ']' => false,
                _ => isInside,
            };

            // The library reads a text between two quotes literally.
            if (character == '"')
            {
                text.Append('\\');
            }

            text.Append(character);
        }

        return isInside ? null : text.ToString();
    }

    // The characters that an escape stands for; null for escapes that are not translated.
    private static string? Members(char escaped) =>
        escaped switch
        {
            'd' => "0-9",
            'w' => "a-zA-Z0-9_",
            's' => " \t\n\r\f\v",
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            _ when char.IsLetterOrDigit(escaped) => null,
            _ => "\\" + escaped,
        };

    // A choice outside of all brackets: an anchor holds for one side of it only. Example: ^a|b$.
    private static bool HasOuterChoice(string pattern)
    {
        var depth = 0;
        var isInside = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    isInside = true;
                    break;
                case ']':
                    isInside = false;
                    break;
                case '(' when !isInside:
                    depth++;
                    break;
                case ')' when !isInside:
                    depth--;
                    break;
                case '|' when !isInside && depth == 0:
                    return true;
            }
        }

        return false;
    }

    // The states of an automaton multiply with counts within counts, and double with each step of a count after an open
    // end. Examples: (a{30}){40} and a*b{20} are not decided.
    private static bool IsLarge(string pattern)
    {
        var states = 1L;
        foreach (Match count in Count().Matches(pattern))
        {
            var largest = Math.Max(Digits(count.Groups["least"].Value), Digits(count.Groups["most"].Value));
            states *= Math.Max(1, largest);
            if (states > MaxCount || (largest > MaxOpenCount && pattern.AsSpan().IndexOfAny('*', '+') >= 0))
            {
                return true;
            }
        }

        return false;

        static long Digits(string text) =>
            text.Length switch
            {
                0 => 0,
                > 3 => long.MaxValue / 1024,
                _ => long.Parse(text, CultureInfo.InvariantCulture),
            };
    }

    // Look-around, back references, lazy counts and Unicode classes are beyond automata, or beyond this library.
    [GeneratedRegex(@"\(\?|\\[1-9pPbBkux]|[*+?}]\?|[*+?}]\+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();

    [GeneratedRegex(@"\{(?<least>\d*),?(?<most>\d*)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Count();

    [GeneratedRegex(@"(?<![\[\\])\^|(?<!\\)\$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anchor();
}
