using System.Globalization;
using System.Text.Json;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Mcp.Tools.Catalogue;

/// <summary>Checks what an agent gives for an operation against the catalogue.</summary>
internal static class OperationArguments
{
    private const int LongestValue = 2_000;
    private const int MostItems = 100;

    public static ToolParameter Id { get; } =
        ToolParameter.Text("operation", 100, "For example followers/list", isRequired: true);

    public static ToolParameter Values { get; } =
        new("parameters", ParameterKind.Json) { Description = "By name; lists as arrays" };

    /// <exception cref="ToolArgumentException">There is none of that id, or it is one that no agent may call.</exception>
    public static Operation Find(ToolArguments arguments) =>
        OperationIndex.Find(arguments.Required("operation"))
        ?? throw new ToolArgumentException(
            "'operation' is no id of an operation that can be called. Find one with pinterest_find_operation."
        );

    /// <summary>Reads the parameters in the order of the catalogue, as they go into path and query.</summary>
    /// <exception cref="ToolArgumentException">One is missing, unknown, or not what the catalogue says.</exception>
    public static IReadOnlyList<KeyValuePair<string, string?>> Read(Operation operation, ToolArguments arguments)
    {
        var given = arguments.Json("parameters") is { } json
            ? json.EnumerateObject().ToDictionary(member => member.Name, member => member.Value)
            : [];
        var problems = new List<string>();
        if (given.Keys.Any(name => operation.Parameters.All(parameter => parameter.Name != name)))
        {
            var names = string.Join(", ", operation.Parameters.Select(parameter => parameter.Name));
            problems.Add($"'parameters' has a name that {operation.Id} does not know. Known are: {names}.");
        }

        var values = new List<KeyValuePair<string, string?>>();
        foreach (var parameter in operation.Parameters)
        {
            if (!given.TryGetValue(parameter.Name, out var value) || value.ValueKind is JsonValueKind.Null)
            {
                if (parameter.IsRequired)
                {
                    problems.Add($"'{parameter.Name}' is missing.");
                }
            }
            else if (TextsOf(parameter, value) is { } texts)
            {
                values.AddRange(texts.Select(text => KeyValuePair.Create(parameter.Name, (string?)text)));
            }
            else
            {
                problems.Add($"'{parameter.Name}' {Allowed(parameter)}");
            }
        }

        return problems.Count == 0 ? values : throw new ToolArgumentException(string.Join(' ', problems));
    }

    private static List<string>? TextsOf(OperationParameter parameter, JsonElement value)
    {
        if (parameter.Style is ParameterStyle.Repeated or ParameterStyle.Joined)
        {
            var items = value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value };
            var texts = items.Select(item => TextOf(parameter, item)).ToList();
            if (items.Length is 0 or > MostItems || texts.Contains(null))
            {
                return null;
            }

            var isJoined = parameter.Style is ParameterStyle.Joined;
            if (isJoined && texts.Any(text => text!.Contains(',', StringComparison.Ordinal)))
            {
                return null;
            }

            return isJoined ? [string.Join(',', texts)] : [.. texts.OfType<string>()];
        }

        // An object in the query and a header have no use for an agent.
        var isSingle = parameter.Style is ParameterStyle.Single or ParameterStyle.Path;
        return isSingle && TextOf(parameter, value) is { } single ? [single] : null;
    }

    private static string? TextOf(OperationParameter parameter, JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
        if (text is null || text.Length > LongestValue)
        {
            return null;
        }

        if (parameter.Style is ParameterStyle.Path)
        {
            return IsStep(text) ? text : null;
        }

        if (parameter.Minimum is null && parameter.Maximum is null)
        {
            return text;
        }

        return
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && !(number < parameter.Minimum)
            && !(number > parameter.Maximum)
            ? text
            : null;
    }

    // What stands in a path may not lead out of it.
    private static bool IsStep(string text) =>
        text is not ("" or "." or "..")
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '+' or ':');

    private static string Allowed(OperationParameter parameter) =>
        parameter.Style switch
        {
            ParameterStyle.Path => "must be one step of a path: letters, digits and -_.+:",
            ParameterStyle.Repeated or ParameterStyle.Joined =>
                $"must be a list of at most {MostItems} texts without commas.",
            ParameterStyle.Single when parameter.Minimum is not null || parameter.Maximum is not null => string.Create(
                CultureInfo.InvariantCulture,
                $"must be a whole number, at least {parameter.Minimum}, at most {parameter.Maximum}."
            ),
            ParameterStyle.Single => $"must be a text of at most {LongestValue} characters.",
            _ => "cannot be given here.",
        };
}
