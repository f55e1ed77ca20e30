using System.Text.Json;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Catalogue;

/// <summary>Finds in a body of any shape what grants have limits for, and what a person needs to see.</summary>
internal static class BodyFacts
{
    private const string Null = "null";

    /// <summary>Gives the boards that a body names, at any depth.</summary>
    public static IReadOnlyList<string> Boards(JsonElement? body) => Ids(body, BodyMembers.IsBoard);

    /// <summary>Gives the Pins that a body names, at any depth.</summary>
    public static IReadOnlyList<string> Pins(JsonElement? body) => Ids(body, BodyMembers.IsPin);

    /// <summary>Gives the hosts of all addresses at any depth.</summary>
    public static IReadOnlyList<string> LinkHosts(JsonElement? body) =>
        [.. Leaves(body).Select(HostOf).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// Gives every value with its place, for example <c>body.note.title</c>, so that no member of a body looks like a
    /// line of ours. What is too much for a person to be shown is refused there.
    /// </summary>
    public static IEnumerable<(string Name, string? Text)> Lines(JsonElement? body) =>
        Leaves(body).Select(leaf => ($"body.{leaf.Path}".TrimEnd('.'), (string?)Summaries.Shown(leaf.Text)));

    /// <summary>Tells whether a member has a value, at any depth.</summary>
    public static bool Has(JsonElement? body, string name, string text) =>
        Leaves(body).Any(leaf => leaf.Name == name && leaf.Text.Equals(text, StringComparison.OrdinalIgnoreCase));

    private static string[] Ids(JsonElement? body, Func<string, bool> isId) =>
        [
            .. Leaves(body)
                .Where(leaf => isId(leaf.Name) && leaf.Text is not (Null or "" or "[]" or "{}"))
                .Select(leaf => leaf.Text)
                .Distinct(StringComparer.Ordinal),
        ];

    private static string? HostOf((string Name, string Path, string Text) leaf)
    {
        var isLink = BodyMembers.IsLink(leaf.Name) && leaf.Text != Null;
        return isLink ? Links.HostOfMember(leaf.Text) : Links.HostOfAny(leaf.Text);
    }

    private static IEnumerable<(string Name, string Path, string Text)> Leaves(JsonElement? body) =>
        body is { } value ? Leaves(value, "", "") : [];

    private static IEnumerable<(string Name, string Path, string Text)> Leaves(
        JsonElement value,
        string name,
        string path
    ) =>
        value.ValueKind switch
        {
            // An empty list or object is sent, too, and may wipe what stands there.
            JsonValueKind.Object when !value.EnumerateObject().Any() => [(name, path, "{}")],
            JsonValueKind.Array when value.GetArrayLength() == 0 => [(name, path, "[]")],
            JsonValueKind.Object => value
                .EnumerateObject()
                .SelectMany(member =>
                    Leaves(member.Value, member.Name, path.Length == 0 ? member.Name : $"{path}.{member.Name}")
                ),
            JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Leaves(item, name, path)),
            JsonValueKind.Null => [(name, path, Null)],
            _ => [(name, path, value.ToString())],
        };
}
