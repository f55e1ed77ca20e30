namespace Pinterest.OpenApi.Spec.Patterns;

/// <summary>A part of a regular expression.</summary>
internal abstract record PatternNode
{
    /// <summary>A character that stands for itself.</summary>
    public sealed record Literal(char Character) : PatternNode;

    /// <summary>The dot: any character but the ends of lines.</summary>
    public sealed record Dot : PatternNode;

    /// <summary>A class by its letter. Example: \d.</summary>
    /// <param name="Letter">One of d, D, s, S, w and W.</param>
    public sealed record Shorthand(char Letter) : PatternNode;

    /// <summary>A character out of some. Example: [a-f\d_].</summary>
    /// <param name="Ranges">The characters.</param>
    /// <param name="Shorthands">The classes within the class.</param>
    /// <param name="IsNegated">Whether it is any other character.</param>
    public sealed record Class(
        IReadOnlyList<CharacterRange> Ranges,
        IReadOnlyList<Shorthand> Shorthands,
        bool IsNegated
    ) : PatternNode;

    /// <summary>A place that takes no character: ^, $, \b or \B.</summary>
    public sealed record Place : PatternNode;

    /// <summary>Parts that follow each other.</summary>
    public sealed record Sequence(IReadOnlyList<PatternNode> Parts) : PatternNode;

    /// <summary>One of some parts, or the only one. Example: a|b.</summary>
    public sealed record Choice(IReadOnlyList<PatternNode> Options) : PatternNode;

    /// <summary>A part several times; without a largest number as often as one likes. Example: a{2,}.</summary>
    public sealed record Repetition(PatternNode Part, int Least, int? Most) : PatternNode;
}
