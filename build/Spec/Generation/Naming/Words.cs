using System.Text;

namespace Pinterest.OpenApi.Spec.Generation.Naming;

/// <summary>Makes C# names out of names of the API.</summary>
internal static class Words
{
    /// <summary>Splits a name into its words: at separators, before a capital, and after a run of capitals.</summary>
    public static List<string> Split(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsAsciiLetterOrDigit(c))
            {
                Flush();
                if (c == '+')
                {
                    words.Add("Plus");
                }

                continue;
            }

            if (word.Length > 0 && BeginsWord(name, i))
            {
                Flush();
            }

            word.Append(c);
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
            }

            word.Clear();
        }
    }

    /// <summary>Gives the name in PascalCase; acronyms are written as words (URL becomes Url).</summary>
    public static string Pascal(string name)
    {
        var words = Split(name);
        var result = new StringBuilder();
        foreach (var word in words)
        {
            // Two figures that stand apart in the source must not run together: 1_5 is not 15.
            if (result.Length > 0 && char.IsAsciiDigit(result[^1]) && char.IsAsciiDigit(word[0]))
            {
                result.Append("To");
            }

            result.Append(char.ToUpperInvariant(word[0])).Append(word[1..].ToLowerInvariant());
        }

        if (result.Length > 0 && char.IsAsciiDigit(result[0]))
        {
            result.Insert(0, "Value");
        }

        return result.Length == 0 ? "Empty" : result.ToString();
    }

    /// <summary>Gives the name in camelCase.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        return char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    /// <summary>Gives the singular of a plural name, or the name itself.</summary>
    public static string Singular(string name) =>
        name switch
        {
            _ when name.EndsWith("ies", StringComparison.Ordinal) && name.Length > 4 => name[..^3] + "y",
            _ when name.EndsWith("sses", StringComparison.Ordinal) || name.EndsWith("xes", StringComparison.Ordinal) =>
                name[..^2],
            _ when name.EndsWith("ss", StringComparison.Ordinal)
                    || name.EndsWith("us", StringComparison.Ordinal)
                    || name.EndsWith("is", StringComparison.Ordinal) => name,
            _ when name.EndsWith('s') && name.Length > 3 => name[..^1],
            _ => name,
        };

    // aB begins a word at B; ABc begins one at B (the run of capitals A ends before it).
    private static bool BeginsWord(string name, int i)
    {
        if (!char.IsAsciiLetterUpper(name[i]))
        {
            return false;
        }

        if (!char.IsAsciiLetterUpper(name[i - 1]))
        {
            return true;
        }

        return i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]) && !IsPluralOfAcronym(name, i);
    }

    // URLs is one word.
    private static bool IsPluralOfAcronym(string name, int i) =>
        name[i + 1] == 's' && (i + 2 == name.Length || char.IsAsciiLetterUpper(name[i + 2]));
}
