using Newtonsoft.Json;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Says where a JSON text is damaged, in the form that editors open: file:line:column.</summary>
internal static class JsonProblem
{
    /// <summary>Gives the place of an error.</summary>
    /// <param name="name">The file.</param>
    /// <param name="error">What the reader says.</param>
    /// <returns>For example a.json:2:19, or a.json when the line is not known.</returns>
    public static string Place(string name, JsonException error) =>
        error is JsonReaderException { LineNumber: > 0 } known
            ? $"{name}:{known.LineNumber}:{known.LinePosition}"
            : name;
}
