using Newtonsoft.Json;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Merge keys of YAML. Example: with <c>b: &amp;b {x: 1, y: 2}</c>, the mapping <c>{&lt;&lt;: *b, y: 3}</c> means
/// <c>{x: 1, y: 3}</c>. A member of the mapping itself counts more than a merged one, and an earlier mapping of a list
/// more than a later one.
/// </summary>
internal static class YamlMerge
{
    /// <summary>The text of a merge key. Only a plain one merges; a quoted one is a name as any other.</summary>
    public const string Key = "<<";

    /// <summary>Applies the merge keys of a mapping.</summary>
    /// <param name="tokens">All tokens; the mapping is at their end.</param>
    /// <param name="start">Where the mapping begins.</param>
    /// <param name="most">The most tokens that may be made.</param>
    /// <returns>False when there would be more.</returns>
    public static bool TryApply(List<YamlToken> tokens, int start, int most)
    {
        var mapping = tokens.GetRange(start, tokens.Count - start);
        var members = Members(mapping, 0);
        var own = members.Where(member => !IsMerge(mapping, member)).ToList();
        var names = own.Select(member => NameOf(mapping, member)).ToHashSet(StringComparer.Ordinal);
        var merged = new List<YamlToken> { mapping[0] };
        foreach (var (from, to) in own)
        {
            merged.AddRange(mapping.GetRange(from, to - from));
        }

        foreach (var member in members.Where(member => IsMerge(mapping, member)))
        {
            foreach (var (from, to) in MergedMembers(mapping, member.Start + 1))
            {
                if (names.Add(NameOf(mapping, (from, to))))
                {
                    merged.AddRange(mapping.GetRange(from, to - from));
                }
            }
        }

        merged.Add(mapping[^1]);
        tokens.RemoveRange(start, tokens.Count - start);
        tokens.AddRange(merged);
        return tokens.Count <= most;
    }

    // Lists what a merge key brings: the members of a mapping, or of each mapping of a list.
    private static IEnumerable<(int Start, int End)> MergedMembers(List<YamlToken> tokens, int value)
    {
        if (tokens[value].Type is JsonToken.StartObject)
        {
            return Members(tokens, value);
        }

        var members = new List<(int, int)>();
        for (var entry = value + 1; tokens[entry].Type is not JsonToken.EndArray; entry = EndOf(tokens, entry))
        {
            members.AddRange(Members(tokens, entry));
        }

        return members;
    }

    // A merge key whose value is no mapping and no list of mappings is a member as any other.
    private static bool IsMerge(List<YamlToken> tokens, (int Start, int End) member)
    {
        var value = member.Start + 1;
        if (NameOf(tokens, member) != Key || tokens[value].Type is JsonToken.StartObject)
        {
            return NameOf(tokens, member) == Key;
        }

        if (tokens[value].Type is not JsonToken.StartArray)
        {
            return false;
        }

        var entry = value + 1;
        while (tokens[entry].Type is JsonToken.StartObject)
        {
            entry = EndOf(tokens, entry);
        }

        return tokens[entry].Type is JsonToken.EndArray;
    }

    private static string NameOf(List<YamlToken> tokens, (int Start, int End) member) =>
        (string)tokens[member.Start].Value!;

    // Lists the members of a mapping, each with its name, from its first token to behind its last.
    private static List<(int Start, int End)> Members(List<YamlToken> tokens, int mapping)
    {
        var members = new List<(int, int)>();
        var next = mapping + 1;
        while (tokens[next].Type is JsonToken.PropertyName)
        {
            var end = EndOf(tokens, next + 1);
            members.Add((next, end));
            next = end;
        }

        return members;
    }

    private static int EndOf(List<YamlToken> tokens, int value)
    {
        var depth = 0;
        do
        {
            depth += tokens[value].Type switch
            {
                JsonToken.StartObject or JsonToken.StartArray => 1,
                JsonToken.EndObject or JsonToken.EndArray => -1,
                _ => 0,
            };
            value++;
        } while (depth > 0);

        return value;
    }
}
