using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>A line and a column of a file, from 1.</summary>
internal readonly record struct Position(int Line, int Column)
{
    /// <summary>Gets the name of the document, when it is another one than the description; otherwise null.</summary>
    public string? File { get; init; }

    /// <summary>Gives the position of a token; null when it is not known.</summary>
    public static Position? Of(JToken? token)
    {
        // A person looks for an object or a list at the name of its property.
        IJsonLineInfo? place = token is JObject or JArray && token.Parent is JProperty property ? property : token;
        return place?.HasLineInfo() == true
            ? new Position(place.LineNumber, place.LinePosition) { File = OtherDocuments.NameOf(token!) }
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => File is null ? $"{Line},{Column}" : $"{File}:{Line},{Column}";
}
