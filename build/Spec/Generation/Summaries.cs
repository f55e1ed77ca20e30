using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>
/// Our own sentences in the documentation of the client (<c>openapi/summaries.json</c>). The ids are
/// <c>operations/OPERATIONID</c>, <c>parameters/PARAMETER</c> for a parameter that operations share,
/// <c>schemas/SCHEMA</c> for a model and <c>schemas/SCHEMA/PROPERTY</c> for a member. Example:
/// <c>"operations/pins/delete": "Deletes a Pin for good."</c>.
/// </summary>
internal static class Summaries
{
    /// <summary>Reads the sentences, or gives none when the file does not exist.</summary>
    /// <exception cref="SpecException">The file does not map ids to sentences.</exception>
    public static DecisionLines ReadIfPresent(string path) =>
        File.Exists(path) ? Parse(BoundedFile.Read(path), path) : DecisionLines.Empty;

    /// <summary>Reads the sentences from bytes.</summary>
    /// <param name="bytes">A JSON object.</param>
    /// <param name="file">The name of the file, for messages.</param>
    /// <exception cref="SpecException">The bytes do not map ids to sentences.</exception>
    public static DecisionLines Parse(byte[] bytes, string file)
    {
        var lines = DecisionLines.Parse(
            bytes,
            file,
            ("operations", Keywords.Summary),
            ("parameters", Keywords.Summary),
            ("schemas", Keywords.Summary)
        );
        lines.Require(
            IsSentence,
            id => $"The summary of '{id}' is not a sentence.",
            "Write \"ID\": \"Sentence.\", on one line and with a full stop."
        );
        return lines;
    }

    private static bool IsSentence(string text) => text is [not '.', .., '.'] && !text.Any(char.IsControl);
}
