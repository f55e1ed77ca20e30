namespace Pinterest.OpenApi.Spec.Generation.Naming;

/// <summary>
/// Makes a type name readable: no word twice in a row, no words that only Pinterest's generator needs, and at most
/// <see cref="Longest"/> characters. Example: <c>IntegrationLogLogLevel</c> gives <c>IntegrationLogLevel</c>.
/// </summary>
internal static class TypeNames
{
    /// <summary>How many characters the name of a type may have.</summary>
    public const int Longest = 40;

    // A shorter name would say too little.
    private const int FewestWords = 3;

    // The longest run of words that is looked for twice. Example: RelatedTermsRelatedTermsList.
    private const int LongestRun = 3;

    private static readonly string[][] Endings =
    [
        ["With", "Required", "Body"],
        ["Read", "Or", "Update"],
        ["Schema"],
        ["Enum"],
    ];

    // What one of two words says already.
    private static readonly HashSet<(string First, string Second)> Pairs =
    [
        ("Response", "Array"),
        ("Array", "Response"),
        ("Response", "Model"),
    ];

    // Words within a long name that only say where a type stands.
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "Request",
        "Response",
        "Body",
        "Data",
        "Item",
        "Items",
    };

    /// <summary>Gives the readable form of a name.</summary>
    /// <param name="name">A name in PascalCase.</param>
    /// <returns>The name, or a shorter one.</returns>
    public static string Readable(string name)
    {
        var words = Words.Split(name);
        words.RemoveAll(word => word is "Async");
        DropEnding(words);
        DropPairs(words);
        DropDoubled(words);
        if (words is [.., _, "Items"])
        {
            words[^1] = "Item";
        }

        DropFillers(words);
        while (Length(words) > Longest && words.Count > FewestWords)
        {
            words.RemoveAt(0);
        }

        return words.Count == 0 || char.IsAsciiDigit(words[0][0]) ? name : string.Concat(words);
    }

    /// <summary>Tells whether a word, or a run of words, stands twice in a row; a plural is its singular here.</summary>
    /// <param name="name">A name in PascalCase.</param>
    public static bool HasDoubledWord(string name) => FindDoubled(Words.Split(name)) is not null;

    private static void DropEnding(List<string> words)
    {
        foreach (var ending in Endings)
        {
            var start = words.Count - ending.Length;
            if (start > 0 && words.Skip(start).SequenceEqual(ending, StringComparer.Ordinal))
            {
                words.RemoveRange(start, ending.Length);
            }
        }
    }

    private static void DropPairs(List<string> words)
    {
        for (var i = words.Count - 2; i >= 0; i--)
        {
            if (Pairs.Contains((words[i], words[i + 1])))
            {
                words.RemoveAt(words[i] == "Response" ? i + 1 : i);
            }
        }
    }

    private static void DropDoubled(List<string> words)
    {
        while (FindDoubled(words) is var (start, length))
        {
            words.RemoveRange(start, length);
        }
    }

    private static (int Start, int Length)? FindDoubled(List<string> words)
    {
        for (var length = LongestRun; length > 0; length--)
        {
            for (var start = 0; start + (2 * length) <= words.Count; start++)
            {
                var first = words.Skip(start).Take(length).Select(Singular);
                var second = words.Skip(start + length).Take(length).Select(Singular);
                if (first.SequenceEqual(second, StringComparer.Ordinal))
                {
                    return (start, length);
                }
            }
        }

        return null;
    }

    private static string Singular(string word) => Words.Singular(word);

    private static void DropFillers(List<string> words)
    {
        while (Length(words) > Longest)
        {
            var filler = words.FindIndex(1, words.Count - 2, Fillers.Contains);
            if (filler < 0)
            {
                return;
            }

            words.RemoveAt(filler);
        }
    }

    private static int Length(List<string> words) => words.Sum(word => word.Length);
}
