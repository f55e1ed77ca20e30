using System.Globalization;
using System.Text.Json;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>Compares arguments with the parameters of a tool. The sentences repeat no value of an agent.</summary>
internal static class ArgumentCheck
{
    private const int MostNames = 64;
    private const int LongestJson = 20_000;
    private const int LongestList = 20_000;

    /// <exception cref="ToolArgumentException">Something is wrong; all of it is named.</exception>
    public static void ThrowIfWrong(IReadOnlyList<ToolParameter> parameters, Dictionary<string, JsonElement> values)
    {
        var problems = new List<string>();
        if (values.Count > MostNames)
        {
            throw new ToolArgumentException($"There are {values.Count} arguments; at most {MostNames} are read.");
        }

        var unknown = values.Keys.Count(name => parameters.All(parameter => parameter.Name != name));
        if (unknown > 0)
        {
            var known =
                parameters.Count == 0
                    ? "The tool has none"
                    : "Known are " + string.Join(", ", parameters.Select(parameter => parameter.Name));
            problems.Add($"{unknown} of the arguments are unknown. {known}.");
        }

        foreach (var parameter in parameters)
        {
            if (!values.TryGetValue(parameter.Name, out var value))
            {
                if (parameter.IsRequired)
                {
                    problems.Add($"'{parameter.Name}' is missing.");
                }
            }
            else if (ProblemOf(parameter, value) is { } problem)
            {
                problems.Add($"'{parameter.Name}' {problem}");
            }
        }

        if (problems.Count > 0)
        {
            throw new ToolArgumentException(string.Join(' ', problems));
        }
    }

    private static string? ProblemOf(ToolParameter parameter, JsonElement value) =>
        parameter.Kind switch
        {
            ParameterKind.Whole => ProblemOfWhole(parameter, value),
            ParameterKind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? null
                : "must be true or false.",
            ParameterKind.Texts or ParameterKind.Ids => ProblemOfList(parameter, value),
            ParameterKind.Json or ParameterKind.JsonOrList => ProblemOfJson(parameter, value),
            ParameterKind.Bytes => ProblemOfBytes(parameter, value),
            _ => ProblemOfText(parameter, value),
        };

    private static string? ProblemOfWhole(ToolParameter parameter, JsonElement value)
    {
        var isWhole = value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _);
        return isWhole && value.GetInt64() >= parameter.Minimum && value.GetInt64() <= parameter.Maximum
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"must be a whole number from {parameter.Minimum} to {parameter.Maximum}."
            );
    }

    private static string? ProblemOfText(ToolParameter parameter, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
        {
            return parameter.Kind is ParameterKind.Id
                ? "must be a text in quotes: an id that is written as a number can lose its last digits."
                : "must be a text.";
        }

        if (TextOf(value) is not { } text)
        {
            return "has a character that is only half of one.";
        }

        if (text.EnumerateRunes().Count() > parameter.MaxLength)
        {
            return $"is too long; at most {parameter.MaxLength} characters are allowed.";
        }

        if (parameter.Choices.Count > 0 && !parameter.Choices.Contains(text, StringComparer.Ordinal))
        {
            return $"must be one of {string.Join(", ", parameter.Choices)}.";
        }

        return parameter.Kind switch
        {
            ParameterKind.Id => IsId(text) ? null : "must be an id: letters, digits, '-' and '_'.",
            ParameterKind.Day => IsDay(text) ? null : "must be a day such as 2026-01-31.",
            ParameterKind.Address => IsAddress(text)
                ? null
                : "must be an address of http or https without a user name or a password in it.",
            _ => parameter.IsRequired && string.IsNullOrWhiteSpace(text) ? "is empty." : null,
        };
    }

    private static string? ProblemOfList(ToolParameter parameter, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.Array || value.GetArrayLength() > parameter.MaxItems)
        {
            return $"must be a list of at most {parameter.MaxItems} texts.";
        }

        if (value.GetRawText().Length > LongestList)
        {
            return $"is too long; at most {LongestList} characters are allowed in all.";
        }

        if (value.GetArrayLength() == 0)
        {
            return "is an empty list; leave it out, or give one value.";
        }

        var item = parameter with
        {
            Kind = parameter.Kind is ParameterKind.Ids ? ParameterKind.Id : ParameterKind.Text,
            IsRequired = true,
        };
        return
            value.EnumerateArray().Select(each => ProblemOfText(item, each)).FirstOrDefault(text => text is not null)
                is { } problem
            ? $"has an item that {problem}"
            : null;
    }

    private static string? ProblemOfJson(ToolParameter parameter, JsonElement value)
    {
        var mayBeList = parameter.Kind is ParameterKind.JsonOrList;
        var isList = value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(IsObject);
        if (!IsObject(value) && !(mayBeList && isList))
        {
            return mayBeList ? "must be an object, or a list of objects." : "must be an object.";
        }

        if (value.GetRawText().Length > LongestJson)
        {
            return $"is too long; at most {LongestJson} characters of JSON are allowed.";
        }

        return NamesTwice(value) ? "names a member twice." : null;
    }

    private static bool IsObject(JsonElement value) => value.ValueKind is JsonValueKind.Object;

    // A reader that takes the first and one that takes the last would see two different calls.
    private static bool NamesTwice(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => value
                .EnumerateObject()
                .GroupBy(member => member.Name)
                .Any(group => group.Count() > 1) || value.EnumerateObject().Any(member => NamesTwice(member.Value)),
            JsonValueKind.Array => value.EnumerateArray().Any(NamesTwice),
            _ => false,
        };

    private static string? ProblemOfBytes(ToolParameter parameter, JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
        {
            return "must be a text of base64.";
        }

        if (value.GetRawText().Length > parameter.MaxLength)
        {
            return $"is too long; at most {parameter.MaxLength} characters are allowed. Give a file or an address instead.";
        }

        return value.TryGetBytesFromBase64(out var bytes) && bytes.Length > 0 ? null : "is not base64.";
    }

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsId(string text) =>
        text.Length > 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    private static bool IsDay(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.UserInfo.Length == 0;
}
