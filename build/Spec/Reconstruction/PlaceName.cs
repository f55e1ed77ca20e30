using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Reconstruction;

/// <summary>
/// The names that OpenAPI Generator gives to an inline schema by its place. Examples: <c>boards_list_200_response</c>,
/// <c>pins_create_request</c>, <c>Board_media</c> for the property media of Board, <c>Board_media_inner</c> for its items,
/// <c>AdCreate_1_urls</c> for the property urls of the second part of AdCreate.
/// </summary>
internal static partial class PlaceName
{
    // A place within twenty choices has a million names; no description needs more than a handful.
    private const int MaxNames = 256;

    /// <summary>Tells whether a name is made of a place.</summary>
    /// <param name="name">The name of a component schema.</param>
    /// <param name="root">The description.</param>
    /// <param name="steps">The place of a reference to the component.</param>
    public static bool IsOf(string name, JObject root, IReadOnlyList<string> steps)
    {
        // The same schema at another place gets a number, so that the names differ.
        var withoutNumber = Number().Replace(name, "");
        return Of(root, [.. steps]).Any(made => made == name || made == withoutNumber);
    }

    private static IEnumerable<string> Of(JObject root, string[] steps) =>
        steps switch
        {
            // The first part of a composition may have its owner's name, which somebody gave.
            ["components", "schemas", var component, .. var rest] => Below(component, rest)
                .Where(made => made != component),
            ["paths", var path, var method, .. var rest] when OperationName(root, path, method) is { } operation =>
                OfOperation(root, operation, steps[..3], rest),
            _ => [],
        };

    private static IEnumerable<string> OfOperation(JObject root, string operation, string[] place, string[] rest) =>
        rest switch
        {
            ["responses", var status, "content", _, "schema", .. var below] => Below(
                $"{operation}_{status}_response",
                below
            ),
            ["requestBody", "content", _, "schema", .. var below] => Below($"{operation}_request", below),
            ["parameters", var index, "schema", .. var below] when ParameterName(root, place, index) is { } parameter =>
                Below($"{operation}_{parameter}_parameter", below),
            _ => [],
        };

    private static string? OperationName(JObject root, string path, string method) =>
        root["paths"].Member(path).Member(method).Member("operationId").Text() is { } id ? Word(id) : null;

    private static string? ParameterName(JObject root, string[] place, string index) =>
        root["paths"].Member(place[1]).Member(place[2]).Member("parameters") is JArray parameters
        && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < parameters.Count
        && parameters[number].Member("name").Text() is { } name
            ? Word(name)
            : null;

    private static IEnumerable<string> Below(string owner, string[] steps)
    {
        IEnumerable<string> names = [owner];
        for (var i = 0; i < steps.Length; i++)
        {
            var parts = Parts(steps[i], i + 1 < steps.Length ? steps[i + 1] : "");
            names = names.SelectMany(name => parts.Select(part => name + part)).Take(MaxNames);
            i += steps[i] is "items" or "additionalProperties" or "not" ? 0 : 1;
        }

        return names;
    }

    private static string[] Parts(string keyword, string next) =>
        keyword switch
        {
            "properties" => ["_" + Word(next)],
            "items" => ["_inner"],
            "additionalProperties" => ["_value"],
            "allOf" or "oneOf" or "anyOf" when next == "0" => [$"_{keyword}", ""],

            // Forms that are references have no name of their own, so the second form may be the first that gets one.
            "allOf" or "oneOf" or "anyOf" => [$"_{keyword}", $"_{keyword}_{next}", $"_{next}"],
            _ => [],
        };

    private static string Word(string text) => NoWord().Replace(text, "_");

    [GeneratedRegex("[^A-Za-z0-9_]", RegexOptions.NonBacktracking)]
    private static partial Regex NoWord();

    [GeneratedRegex("_[0-9]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
