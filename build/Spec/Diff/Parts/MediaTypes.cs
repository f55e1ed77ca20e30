using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>The media types of a body or a response.</summary>
internal sealed class MediaTypes
{
    private readonly Dictionary<string, DiffMedia> _types;

    private MediaTypes(Dictionary<string, DiffMedia> types) => _types = types;

    public IReadOnlyCollection<DiffMedia> All => _types.Values;

    /// <summary>
    /// Reads the media types. JSON is UTF-8, whether its charset is written or not. In 3.2 a media type may be a
    /// reference to a component.
    /// </summary>
    public static MediaTypes Read(SchemaModel model, JObject holder) =>
        new(
            (holder["content"] as JObject ?? [])
                .Properties()
                .Where(type => type.Value is JObject)
                .GroupBy(
                    type =>
                        type.Name.Replace(" ", "", StringComparison.Ordinal)
                            .ToLowerInvariant()
                            .Replace(";charset=utf-8", "", StringComparison.Ordinal),
                    StringComparer.Ordinal
                )
                .Select(group => new DiffMedia(
                    group.Key,
                    model.Resolve((JObject)group.First().Value) ?? (JObject)group.First().Value
                ))
                .ToDictionary(media => media.Type, StringComparer.Ordinal)
        );

    /// <summary>Gives what covers a media type: itself, or a range. Example: text/* covers text/plain.</summary>
    public DiffMedia? Covering(string type) =>
        _types.GetValueOrDefault(type)
        ?? _types.GetValueOrDefault(type.Split('/')[0] + "/*")
        ?? _types.GetValueOrDefault("*/*");

    /// <summary>
    /// Lists what lies within a range. Example: text/* has text/plain. A type that is no range has nothing.
    /// </summary>
    public IReadOnlyList<DiffMedia> Within(string range) =>
        range.EndsWith("/*", StringComparison.Ordinal)
            ?
            [
                .. _types
                    .Where(type => range == "*/*" || type.Key.StartsWith(range[..^1], StringComparison.Ordinal))
                    .Select(type => type.Value),
            ]
            : [];
}
