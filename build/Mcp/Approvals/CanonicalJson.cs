using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>
/// Writes JSON in one form only, so that equal arguments have equal texts: members are sorted by their UTF-16 code
/// units, numbers stay as they were written, and there are no spaces. Strings escape only the quote, the backslash and
/// control characters.
/// </summary>
/// <remarks>
/// An argument that is null counts as one that was not given, so the outermost object is written without its nulls. A
/// null further within is kept: in a body it clears a member, so that an approval without it must not cover it.
/// </remarks>
/// <example>
/// <c>{"b": 1.0, "a": "\u0041", "c": null, "d": {"e": null}}</c> becomes <c>{"a":"A","b":1.0,"d":{"e":null}}</c>.
/// </example>
public static class CanonicalJson
{
    /// <summary>The deepest nesting that is accepted: 32.</summary>
    public const int MaxDepth = 32;

    /// <summary>The longest text that is accepted unless a caller says otherwise: 4,194,304 characters.</summary>
    public const int DefaultMaxLength = 4 * 1024 * 1024;

    private const int FirstPrintable = 0x20;
    private const int ShownName = 40;

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value. A missing one (of kind Undefined) counts as an empty object.</param>
    /// <param name="maxLength">The longest result, in characters.</param>
    /// <exception cref="FormatException">The value is too long or too deep, has a member twice, or holds half a
    /// surrogate pair. The message says which, and can be shown to an agent.</exception>
    public static string Of(JsonElement value, int maxLength = DefaultMaxLength)
    {
        var text = new StringBuilder();
        Write(text, value, depth: 0, maxLength);
        return text.ToString();
    }

    /// <summary>Writes the arguments of a call as an object.</summary>
    /// <param name="arguments">The arguments by name, or null for none.</param>
    /// <param name="maxLength">The longest result, in characters.</param>
    /// <exception cref="FormatException">As of <see cref="Of(JsonElement, int)"/>.</exception>
    public static string Of(IEnumerable<KeyValuePair<string, JsonElement>>? arguments, int maxLength = DefaultMaxLength)
    {
        var text = new StringBuilder();
        WriteObject(text, arguments ?? [], depth: 0, maxLength);
        return text.ToString();
    }

    /// <summary>Reads a JSON text and writes it anew.</summary>
    /// <param name="json">The text.</param>
    /// <param name="maxLength">The longest text and result, in characters.</param>
    /// <exception cref="FormatException">The text is not JSON, or as of <see cref="Of(JsonElement, int)"/>.</exception>
    public static string Of(string json, int maxLength = DefaultMaxLength)
    {
        ArgumentNullException.ThrowIfNull(json);
        if (json.Length > maxLength)
        {
            throw TooLong(maxLength);
        }

        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return Of(document.RootElement, maxLength);
        }
        catch (JsonException error)
        {
            throw new FormatException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The arguments are no JSON, or nested deeper than {MaxDepth}. Send one JSON object."
                ),
                error
            );
        }
    }

    /// <summary>Writes a string with its quotes.</summary>
    internal static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            AppendCharacter(text, c);
        }

        text.Append('"');
    }

    private static void AppendCharacter(StringBuilder text, char c)
    {
        switch (c)
        {
            case '"':
                text.Append("\\\"");
                break;
            case '\\':
                text.Append("\\\\");
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case '\t':
                text.Append("\\t");
                break;
            case '\b':
                text.Append("\\b");
                break;
            case '\f':
                text.Append("\\f");
                break;
            case < (char)FirstPrintable:
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                break;
            default:
                text.Append(c);
                break;
        }
    }

    private static void Write(StringBuilder text, JsonElement value, int depth, int maxLength)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Undefined:
                text.Append("{}");
                break;
            case JsonValueKind.Object:
                WriteObject(
                    text,
                    value.EnumerateObject().Select(member => KeyValuePair.Create(Name(member), member.Value)),
                    depth,
                    maxLength
                );
                break;
            case JsonValueKind.Array:
                WriteArray(text, value, depth, maxLength);
                break;
            case JsonValueKind.String:
                AppendString(text, Text(value));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }

        if (text.Length > maxLength)
        {
            throw TooLong(maxLength);
        }
    }

    private static void WriteObject(
        StringBuilder text,
        IEnumerable<KeyValuePair<string, JsonElement>> members,
        int depth,
        int maxLength
    )
    {
        CheckDepth(depth);
        text.Append('{');
        string? last = null;
        var isFirst = true;
        foreach (var (name, value) in members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            if (name == last)
            {
                throw new FormatException($"The member '{Shown(name)}' is there twice. Send it once.");
            }

            last = name;
            if (value.ValueKind is JsonValueKind.Undefined || (depth == 0 && value.ValueKind is JsonValueKind.Null))
            {
                continue;
            }

            if (!isFirst)
            {
                text.Append(',');
            }

            isFirst = false;
            AppendString(text, name);
            text.Append(':');
            Write(text, value, depth + 1, maxLength);
        }

        text.Append('}');
    }

    private static void WriteArray(StringBuilder text, JsonElement value, int depth, int maxLength)
    {
        CheckDepth(depth);
        text.Append('[');
        var isFirst = true;
        foreach (var item in value.EnumerateArray())
        {
            if (!isFirst)
            {
                text.Append(',');
            }

            isFirst = false;
            Write(text, item, depth + 1, maxLength);
        }

        text.Append(']');
    }

    private static void CheckDepth(int depth)
    {
        if (depth >= MaxDepth)
        {
            throw new FormatException(
                string.Create(CultureInfo.InvariantCulture, $"The arguments are nested deeper than {MaxDepth}.")
            );
        }
    }

    // JSON can hold half a surrogate pair by escapes; .NET then refuses to make a string of it.
    private static string Text(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw HalfCharacter();
        }
    }

    private static string Name(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw HalfCharacter();
        }
    }

    private static string Shown(string name) =>
        string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-').Take(ShownName));

    private static FormatException HalfCharacter() =>
        new("A text of the arguments holds half a surrogate pair, which is no character. Send valid Unicode.");

    private static FormatException TooLong(int maxLength) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The arguments are longer than {maxLength:N0} characters."));
}
