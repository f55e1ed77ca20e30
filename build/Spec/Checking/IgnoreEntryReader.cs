using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff.Policy;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Checking;

/// <summary>Reads one entry of what a user wants to ignore.</summary>
internal static class IgnoreEntryReader
{
    private static readonly string[] Criteria = ["rule", "place", "path", "operation", "method", "tag", "extension"];
    private static readonly string[] Members = [.. Criteria, "reason", "until"];

    /// <summary>Reads the entry.</summary>
    /// <exception cref="SpecException">The entry is malformed, or names a rule that does not exist.</exception>
    public static IgnoreEntry Read(string file, JToken token)
    {
        var place = JsonPointer.Place(file, token);
        if (token is not JObject entry)
        {
            throw new SpecException(place, "This is no object.", "Write { \"rule\": ..., \"reason\": ... }.");
        }

        PolicyFile.DemandMembers(file, entry, Members);
        if (Array.TrueForAll(Criteria, name => entry[name] is null))
        {
            throw new SpecException(
                place,
                "The entry would ignore every finding.",
                $"Add at least one of {string.Join(", ", Criteria)}."
            );
        }

        var rule = Text(file, entry, "rule");
        if (rule is not null)
        {
            PolicyFile.DemandRule(file, entry["rule"]!, rule);
        }

        return new IgnoreEntry
        {
            WrittenAt = place,
            Reason =
                Text(file, entry, "reason")
                ?? throw new SpecException(place, "The entry has no 'reason'.", "Say why the findings are ignored."),
            Until = Day(file, entry["until"]),
            Rule = rule,
            Place = Pattern(file, entry, "place"),
            Path = Pattern(file, entry, "path"),
            Operation = Pattern(file, entry, "operation"),
            Method = Method(file, entry),
            Tag = Pattern(file, entry, "tag"),
            Extension = Extension(file, entry),
        };
    }

    private static string? Text(string file, JObject entry, string name) =>
        entry[name] switch
        {
            null => null,
            JValue { Value: string text } when !string.IsNullOrWhiteSpace(text) => text,
            var value => throw new SpecException(
                JsonPointer.Place(file, value),
                $"'{name}' is no text.",
                "Write a text."
            ),
        };

    private static Wildcard? Pattern(string file, JObject entry, string name)
    {
        if (Text(file, entry, name) is not { } text)
        {
            return null;
        }

        return text.Length <= Wildcard.MaxLength
            ? new Wildcard(text)
            : throw new SpecException(
                JsonPointer.Place(file, entry[name]!),
                $"'{name}' is longer than {Wildcard.MaxLength} characters.",
                "Write a shorter one, with wildcards."
            );
    }

    private static string? Method(string file, JObject entry)
    {
        var method = Text(file, entry, "method")?.ToUpperInvariant();
        return method is null || OperationNodes.Methods.Contains(method.ToLowerInvariant())
            ? method
            : throw new SpecException(
                JsonPointer.Place(file, entry["method"]!),
                $"'{method}' is no method.",
                $"The methods are {string.Join(", ", OperationNodes.Methods).ToUpperInvariant()}."
            );
    }

    private static ExtensionMark? Extension(string file, JObject entry)
    {
        if (Text(file, entry, "extension") is not { } text)
        {
            return null;
        }

        return text.StartsWith("x-", StringComparison.Ordinal)
            ? ExtensionMark.Parse(text)
            : throw new SpecException(
                JsonPointer.Place(file, entry["extension"]!),
                $"'{text}' is no extension.",
                "Write x-NAME, or x-NAME=VALUE."
            );
    }

    private static DateOnly? Day(string file, JToken? until)
    {
        if (until is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(
            until.Text(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : throw new SpecException(
                JsonPointer.Place(file, until),
                $"'{until.PlainText()}' is no day.",
                "Write until as yyyy-MM-dd."
            );
    }
}
