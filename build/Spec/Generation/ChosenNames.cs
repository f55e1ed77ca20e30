using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>
/// C# names that people chose, by what they name (<c>openapi/names.json</c>). The ids are
/// <c>operations/OPERATIONID</c> for a method, <c>tags/TAG</c> for a group, <c>schemas/SCHEMA</c> for a model and
/// <c>schemas/SCHEMA/PROPERTY</c> for a member. Example: <c>"operations/pins/analytics": "GetAnalytics"</c>. A name
/// that needs a reason is an action of the overlay.
/// </summary>
internal static class ChosenNames
{
    /// <summary>Reads the names, or gives none when the file does not exist.</summary>
    /// <exception cref="SpecException">The file does not map ids to C# names.</exception>
    public static DecisionLines ReadIfPresent(string path) =>
        File.Exists(path) ? Parse(BoundedFile.Read(path), path) : DecisionLines.Empty;

    /// <summary>Reads the names from bytes.</summary>
    /// <param name="bytes">A JSON object.</param>
    /// <param name="file">The name of the file, for messages.</param>
    /// <exception cref="SpecException">The bytes do not map ids to C# names.</exception>
    public static DecisionLines Parse(byte[] bytes, string file)
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
            "Write \"ID\": \"Name\". A name has letters and digits only."
        );
        return lines;
    }

    private static bool IsIdentifier(string name) =>
        name.Length > 0 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit);
}
