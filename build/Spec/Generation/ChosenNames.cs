using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>
/// C# names that people chose, by what they name (<c>openapi/names.json</c>). The ids are
/// <c>operations/OPERATIONID</c> for a method, <c>tags/TAG</c> for a group, <c>schemas/SCHEMA</c> for a model and
/// <c>schemas/SCHEMA/PROPERTY</c> for a member. Example: <c>"operations/pins/analytics": "GetAnalytics"</c>. A name
/// that needs a reason is an action of the overlay.
/// </summary>
internal sealed class ChosenNames
{
    private readonly DecisionLines _lines;

    private ChosenNames(DecisionLines lines) => _lines = lines;

    /// <summary>Gets a choice of no names.</summary>
    public static ChosenNames Empty { get; } = new(DecisionLines.Empty);

    /// <summary>Reads the names, or gives none when the file does not exist.</summary>
    /// <exception cref="SpecException">The file does not map ids to C# names.</exception>
    public static ChosenNames ReadIfPresent(string path) =>
        File.Exists(path) ? Parse(File.ReadAllBytes(path), path) : Empty;

    /// <summary>Reads the names from bytes.</summary>
    /// <param name="bytes">A JSON object.</param>
    /// <param name="file">The name of the file, for messages.</param>
    /// <exception cref="SpecException">The bytes do not map ids to C# names.</exception>
    public static ChosenNames Parse(byte[] bytes, string file)
    {
        var lines = DecisionLines.Parse(
            bytes,
            file,
            ("operations", Keywords.Method),
            ("tags", Keywords.Group),
            ("schemas", Keywords.Name)
        );
        lines.Require(
            IsIdentifier,
            id => $"The name of '{id}' is not a C# identifier.",
            "Write \"ID\": \"Name\", with letters and digits only."
        );
        return new ChosenNames(lines);
    }

    /// <summary>Writes each name as a keyword of what it names, where the passes find it.</summary>
    /// <param name="document">The document to change.</param>
    /// <param name="requireMatch">Whether an id that names nothing is an error.</param>
    /// <returns>How many places were changed.</returns>
    /// <exception cref="SpecException">An id names nothing although it must.</exception>
    public int Apply(JObject document, bool requireMatch) => _lines.Apply(document, requireMatch);

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit);
}
