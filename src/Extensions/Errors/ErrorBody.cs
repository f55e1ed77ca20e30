using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Reads code and message of the body of an error. Pinterest promises <c>{"code":3,"message":"…"}</c>. Gateways and
/// other services in front of it send other forms, so the code may be a text or stand in <c>status</c>, and both may
/// stand below <c>error</c>, or in the first item of a list. Anything that cannot be read is left out, and is no error.
/// </summary>
internal sealed record ErrorBody(int? Code, string? Message)
{
    private const int MostLevels = 3;

    // A longer plain text is a page of a gateway, and not a message.
    private const int LongestPlainText = 500;

    private static readonly string[] Wrappers = ["error", "errors", "data"];
    private static readonly string[] Messages =
    [
        "message",
        "error_description",
        "message_detail",
        "detail",
        "details",
        "error",
        "errors",
        "reason",
    ];

    /// <summary>Reads a body.</summary>
    /// <param name="text">The body as text.</param>
    /// <param name="status">The HTTP status, which a <c>status</c> of the body may repeat.</param>
    public static ErrorBody Read(string text, int status)
    {
        var parsed = TryParse(text);
        if (parsed is JValue { Type: JTokenType.String } quoted)
        {
            return new ErrorBody(null, NullIfEmpty((string)quoted!));
        }

        if (Innermost(parsed) is { } body)
        {
            return new ErrorBody(CodeOf(body, status), MessageOf(body));
        }

        return new ErrorBody(null, parsed is null ? PlainText(text) : Text(parsed));
    }

    // The first object on the way down that has a code or a message.
    private static JObject? Innermost(JToken? node)
    {
        JObject? outermost = null;
        for (var level = 0; level <= MostLevels; level++)
        {
            if (node is JArray list)
            {
                node = list.FirstOrDefault(item => item is JObject) ?? list.FirstOrDefault();
            }

            if (node is not JObject body)
            {
                return outermost;
            }

            outermost ??= body;
            if (body["code"] is JValue or null && body["message"] is JValue { Type: JTokenType.String })
            {
                return body;
            }

            node = Wrappers
                .Select(name => body[name])
                .FirstOrDefault(inner => inner is JObject or JArray { Count: > 0 });
            if (node is null)
            {
                return HasAnything(body) ? body : outermost;
            }
        }

        return outermost;
    }

    private static bool HasAnything(JObject body) => body["code"] is JValue || MessageOf(body) is not null;

    private static int? CodeOf(JObject body, int status)
    {
        if ((Number(body["code"]) ?? Number(body["error_code"])) is { } code)
        {
            return code;
        }

        return Number(body["status"]) is { } given && given != status ? given : null;
    }

    private static int? Number(JToken? value) =>
        value switch
        {
            JValue { Value: long and > int.MinValue and < int.MaxValue } number => (int)(long)number,
            JValue { Value: string text }
                when int.TryParse(
                    text.Trim(),
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var number
                ) => number,
            _ => null,
        };

    private static string? MessageOf(JObject body)
    {
        foreach (var name in Messages)
        {
            if (Text(body[name]) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    // A message that is an object or a list is shown as it is, so that nothing of it is lost.
    private static string? Text(JToken? value) =>
        value switch
        {
            JValue { Value: string text } => NullIfEmpty(text),
            JContainer { HasValues: true } node => node.ToString(Formatting.None),
            _ => null,
        };

    private static string? PlainText(string text)
    {
        var trimmed = text.Trim();
        var isText = trimmed.Length is > 0 and <= LongestPlainText && trimmed[0] is not ('<' or '{' or '[' or '"');
        return isText ? trimmed : null;
    }

    private static string? NullIfEmpty(string text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static JToken? TryParse(string text)
    {
        try
        {
            using var reader = JsonText.Open(new StringReader(text));
            return JToken.ReadFrom(reader);
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException)
        {
            return null;
        }
    }
}
