using System.Text.RegularExpressions;
using Fare;

namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>How one pattern relates to another.</summary>
internal enum PatternChange
{
    /// <summary>The same texts.</summary>
    Same,

    /// <summary>Fewer texts.</summary>
    Narrower,

    /// <summary>More texts.</summary>
    Wider,

    /// <summary>Other texts, or it cannot be told.</summary>
    Other,
}

/// <summary>Decides which of two regular expressions allows more, by their automata.</summary>
internal static partial class PatternInclusion
{
    // Automata of large counts are large; such patterns are not decided.
    private const int MaxLength = 120;
    private const int MaxCount = 1024;
    private const int MaxOpenCount = 8;

    /// <summary>Compares two patterns; null allows everything.</summary>
    public static PatternChange Compare(string? before, string? after)
    {
        (before, after) = (Meant(before), Meant(after));
        if (before == after)
        {
            return PatternChange.Same;
        }

        if (before is null)
        {
            return PatternChange.Narrower;
        }

        if (after is null)
        {
            return PatternChange.Wider;
        }

        if (Automaton(before) is not { } old || Automaton(after) is not { } now)
        {
            return PatternChange.Other;
        }

        return (IsSubset(old, now), IsSubset(now, old)) switch
        {
            (true, true) => PatternChange.Same,
            (true, false) => PatternChange.Wider,
            (false, true) => PatternChange.Narrower,
            _ => PatternChange.Other,
        };
    }

    // Some patterns are no limit.
    private static string? Meant(string? pattern) =>
        pattern is "" or ".*" or "^.*$" or "^.*" or ".*$" or "^" or "$" ? null : pattern;

    private static bool IsSubset(Automaton inner, Automaton outer)
    {
        var rest = inner.Intersection(outer.Complement());
        return rest.IsEmpty || !rest.GetLiveStates().Any(state => state.Accept);
    }

    private static Automaton? Automaton(string pattern)
    {
        if (pattern.Length > MaxLength || Special().IsMatch(pattern) || IsLarge(pattern))
        {
            return null;
        }

        var (isStart, isEnd) = (
            pattern.StartsWith('^'),
            pattern.EndsWith('$') && !pattern.EndsWith("\\$", StringComparison.Ordinal)
        );
        var body = pattern[(isStart ? 1 : 0)..(isEnd ? pattern.Length - 1 : pattern.Length)];

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

            return new RegExp(
                $"{(isStart ? "" : "(.|\n)*")}({plain}){(isEnd ? "" : "(.|\n)*")}",
                default(RegExpSyntaxOptions)
            ).ToAutomaton();
        }
        catch (Exception error)
            when (error is ArgumentException or InvalidOperationException or FormatException or IndexOutOfRangeException
            )
        {
            return null;
        }
    }

    // The library knows no classes by letter within brackets. ASCII, as in ECMAScript.
    private static string? Translate(string pattern)
    {
        var text = new System.Text.StringBuilder();
        var isInside = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var character = pattern[i];
            if (character != '\\')
            {
                if (character == '[' && !isInside)
                {
                    isInside = true;
                }
                else if (character == ']')
                {
                    isInside = false;
                }

                // The library takes what stands between two of these as it is written.
                if (character == '"')
                {
                    text.Append('\\');
                }

                text.Append(character);
                continue;
            }

            if (++i == pattern.Length)
            {
                return null;
            }

            var members = pattern[i] switch
            {
                'd' => "0-9",
                'w' => "a-zA-Z0-9_",
                's' => " \t\n\r\f\v",
                'D' or 'W' or 'S' => null,
                'n' => "\n",
                't' => "\t",
                'r' => "\r",
                _ when char.IsLetterOrDigit(pattern[i]) => null,
                _ => "\\" + pattern[i],
            };
            if (members is null)
            {
                return null;
            }

            text.Append(isInside || members[0] == '\\' ? members : $"[{members}]");
        }

        return isInside ? null : text.ToString();
    }

    // A choice outside of all brackets, which an anchor beside it does not hold for as a whole.
    private static bool HasOuterChoice(string pattern)
    {
        var (depth, isInside) = (0, false);
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

    // States multiply with counts within counts, and double with each step of a count after an open end.
    private static bool IsLarge(string pattern)
    {
        var states = 1L;
        foreach (Match count in Count().Matches(pattern))
        {
            var largest = Math.Max(Digits(count.Groups[1].Value), Digits(count.Groups[2].Value));
            states *= Math.Max(1, largest);
            if (states > MaxCount || (largest > MaxOpenCount && pattern.AsSpan().IndexOfAny('*', '+') >= 0))
            {
                return true;
            }
        }

        return false;

        static long Digits(string text) =>
            text.Length == 0 ? 0
            : text.Length > 3 ? long.MaxValue / 1024
            : long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    // Look-around, back references, lazy counts and Unicode classes are beyond automata, or beyond this library.
    [GeneratedRegex(@"\(\?|\\[1-9pPbBkux]|[*+?}]\?|[*+?}]\+")]
    private static partial Regex Special();

    [GeneratedRegex(@"\{(\d*),?(\d*)\}")]
    private static partial Regex Count();

    [GeneratedRegex(@"(?<![\[\\])\^|(?<!\\)\$")]
    private static partial Regex Anchor();
}
