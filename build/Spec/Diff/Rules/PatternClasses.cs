namespace Pinterest.OpenApi.Spec.Diff.Rules;

/// <summary>The characters that a dot or an escape of a regular expression stands for, as ECMAScript has them.</summary>
internal static class PatternClasses
{
    private static readonly CharacterRange[] LineBreaks = [new('\n', '\n'), new('\r', '\r'), new('\u2028', '\u2029')];

    /// <summary>Gets the characters of a dot: all but the ends of lines.</summary>
    public static IReadOnlyList<CharacterRange> AnyOfLine { get; } = CharacterRange.Others(LineBreaks);

    /// <summary>Gives the characters that an escape stands for; null for one that is not known. ASCII only.</summary>
    public static IReadOnlyList<CharacterRange>? Escaped(char escaped) =>
        escaped switch
        {
            'd' => [new('0', '9')],
            'w' => [new('0', '9'), new('A', 'Z'), new('_', '_'), new('a', 'z')],
            's' => [new('\t', '\r'), new(' ', ' ')],
            'n' => [new('\n', '\n')],
            't' => [new('\t', '\t')],
            'r' => [new('\r', '\r')],
            _ when char.IsLetterOrDigit(escaped) => null,
            _ => [new(escaped, escaped)],
        };
}
