using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>
/// Our own words for members that many models have (<c>openapi/glossary.json</c>). The key is the name of a member, or its
/// name and its type. Example: <c>"created_time:integer": "when the {owner} was created, as Unix time in seconds"</c>.
/// The text continues "Gets or sets"; <c>{owner}</c> stands for the words of the model.
/// </summary>
internal sealed class Glossary
{
    private const string Owner = "{owner}";

    private readonly JObject _phrases;

    private Glossary(JObject phrases) => _phrases = phrases;

    /// <summary>Gets a glossary without a word.</summary>
    public static Glossary Empty { get; } = new([]);

    /// <summary>Reads the glossary, or gives an empty one when the file does not exist.</summary>
    /// <exception cref="SpecException">The file does not map names to phrases.</exception>
    public static Glossary ReadIfPresent(string path) =>
        File.Exists(path) ? Parse(BoundedFile.Read(path), path) : Empty;

    /// <summary>Reads the glossary from bytes.</summary>
    /// <param name="bytes">A JSON object.</param>
    /// <param name="file">The name of the file, for messages.</param>
    /// <exception cref="SpecException">The bytes do not map names to phrases.</exception>
    public static Glossary Parse(byte[] bytes, string file)
    {
        var phrases = DescriptionReader.Parse(bytes, file);
        foreach (var entry in phrases.Properties())
        {
            if (entry.Value is not JValue { Value: string text } || !IsPhrase(text))
            {
                throw new SpecException(
                    JsonPointer.Place(file, entry.Value),
                    $"The text of '{entry.Name}' cannot follow the words 'Gets or sets'.",
                    "Write \"NAME\": \"the ...\", on one line. Begin with a small letter, and write no full stop."
                );
            }
        }

        return new Glossary(phrases);
    }

    /// <summary>Gives the phrase of a member, or null.</summary>
    /// <param name="name">The name of the member.</param>
    /// <param name="type">Its type in the description, or null.</param>
    /// <param name="owner">The words of the model, or null for a parameter, which belongs to no model.</param>
    public string? Find(string name, string? type, string? owner)
    {
        var phrase = Text($"{name}:{type}") ?? Text(name);
        if (owner is not null)
        {
            return phrase?.Replace(Owner, owner, StringComparison.Ordinal);
        }

        var general = phrase?.Replace($" of the {Owner}", "", StringComparison.Ordinal);
        return general?.Contains(Owner, StringComparison.Ordinal) is true ? null : general;
    }

    private string? Text(string key) => (string?)_phrases[key];

    private static bool IsPhrase(string text) =>
        text.Length > 0 && char.IsAsciiLetterLower(text[0]) && !text.EndsWith('.') && !text.Any(char.IsControl);
}
