using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>The address of a server: where it is, and the path that stands before every path of the description.</summary>
/// <param name="Origin">Scheme and host in lower case; empty for a relative address.</param>
/// <param name="Path">The path without a slash at its end. Example: /v1.</param>
internal readonly partial record struct ServerAddress(string Origin, string Path)
{
    /// <summary>
    /// Reads an address. Example: https://API.example.com/v5 and https://api.example.com/v5/ are one address.
    /// </summary>
    public static ServerAddress Of(string url)
    {
        var origin = Origins().Match(url).Value;
        return new(origin.ToLowerInvariant(), url[origin.Length..].TrimEnd('/'));
    }

    /// <summary>
    /// Gives the path that all servers of a list have; an empty text when they differ, or when it has variables.
    /// </summary>
    public static string CommonPath(JToken? servers)
    {
        var paths = (servers as JArray ?? [])
            .Select(server => server.Member("url").Text())
            .OfType<string>()
            .Select(url => Of(url).Path)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return paths is [['/', ..] path] && !path.Contains('{', StringComparison.Ordinal) ? path : "";
    }

    /// <inheritdoc/>
    public override string ToString() => Origin + Path;

    // Example: https://api.example.com of https://api.example.com/v1; nothing of /v1.
    [GeneratedRegex("^[^/]*//[^/]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Origins();
}
