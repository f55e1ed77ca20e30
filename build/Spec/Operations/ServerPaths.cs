using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>
/// The one reader of base paths: the paths of the servers below which a description has its operations.
/// Example: the server https://api.example.com/api/v2 gives /api/v2, and https://example.com/ gives the empty text.
/// </summary>
internal static partial class ServerPaths
{
    // Stands in for the address of the document, which a relative address of a server begins at.
    private static readonly Uri Document = new("https://document.invalid/");

    /// <summary>Gives the base paths of a description, the first server first; the empty text without servers.</summary>
    /// <param name="root">The description.</param>
    public static IReadOnlyList<string> Of(JObject root) => Read(root) ?? [""];

    /// <summary>
    /// Gives the base paths of an operation. Its own servers replace those of its path, and these replace those of the
    /// description.
    /// </summary>
    /// <param name="root">The description.</param>
    /// <param name="operation">The operation.</param>
    public static IReadOnlyList<string> Of(JObject root, OperationNode operation) =>
        Read(operation.Node) ?? Read(operation.PathItem) ?? Of(root);

    private static List<string>? Read(JObject holder) =>
        (holder["servers"] as JArray ?? [])
            .OfType<JObject>()
            .Select(Path)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList()
            is { Count: > 0 } paths
            ? paths
            : null;

    // Examples: https://{region}.example.com/{version} with the defaults eu and v2 gives /v2, and ./api gives /api.
    private static string? Path(JObject server)
    {
        if (server["url"].Text() is not { } written)
        {
            return null;
        }

        var url = Variable().Replace(written, match => Default(server, match.Groups["name"].Value));
        return Uri.TryCreate(Document, url, out var address)
            ? Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/')
            : null;
    }

    // The default is required. Without one the first allowed value stands for it, and else the name.
    private static string Default(JObject server, string name)
    {
        var variable = server["variables"].Member(name);
        return variable.Member("default").Text()
            ?? (variable.Member("enum") as JArray)?.FirstOrDefault().Text()
            ?? name;
    }

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
