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
    /// Reads the media types. Their names have no case, and a charset makes no type of its own. In 3.2 a media type may
    /// be a reference to a component.
    /// </summary>
    public static MediaTypes Read(SchemaModel model, JObject holder) =>
        new(
            (holder["content"] as JObject ?? [])
                .Properties()
                .Where(type => type.Value is JObject)
                .GroupBy(type => WithoutCharset(type.Name), StringComparer.Ordinal)
                .Select(group => new DiffMedia(
                    group.Key,
                    model.Resolve((JObject)group.First().Value) ?? (JObject)group.First().Value
                ))
                .ToDictionary(media => media.Type, StringComparer.Ordinal)
        );

    /// <summary>
    /// Writes a media type in lower case, without spaces and charset. Example: application/json of Application/JSON;
    /// charset=utf-8.
    /// </summary>
    public static string WithoutCharset(string type) =>
        string.Join(
            ';',
            type.Replace(" ", "", StringComparison.Ordinal)
                .ToLowerInvariant()
                .Split(';')
                .Where((part, place) => place == 0 || !part.StartsWith("charset=", StringComparison.Ordinal))
        );

    /// <summary>Tells whether a type is JSON. Example: application/json and application/problem+json are.</summary>
    public static bool IsJson(string type) =>
        WithoutParameters(type) is "application/json" or "text/json"
        || WithoutParameters(type).EndsWith("+json", StringComparison.Ordinal);

    /// <summary>
    /// Gives what covers a media type: itself, the same type with other parameters, or a range. Example: text/* covers
    /// text/plain.
    /// </summary>
    public DiffMedia? Covering(string type) =>
        _types.GetValueOrDefault(type)
        ?? OfSameName(type)
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

    // Example: text/csv;header=present covers text/csv where no other text/csv is listed.
    private DiffMedia? OfSameName(string type)
    {
        var name = WithoutParameters(type);
        var same = _types.Values.Where(media => WithoutParameters(media.Type) == name).ToList();
        return same is [var only] && (only.Type == name || type == name) ? only : null;
    }

    /// <summary>Leaves out the parameters. Example: text/csv of text/csv;header=present.</summary>
    public static string WithoutParameters(string type) => type.Split(';')[0];
}
