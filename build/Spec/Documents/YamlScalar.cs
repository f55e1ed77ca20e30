using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// The core schema of YAML 1.2: which plain scalars are not strings. Writers of descriptions think of the other versions,
/// too, so the field decides where it can: <c>required: yes</c> means true, and <c>enum: [NO, SE]</c> means two texts.
/// </summary>
internal static class YamlScalar
{
    private const string TextTag = "tag:yaml.org,2002:str";

    // Fields that OpenAPI gives the type boolean. YAML 1.1 has more words for true and false.
    private static readonly HashSet<string> Flags = new(StringComparer.Ordinal)
    {
        "allowEmptyValue",
        "allowReserved",
        "deprecated",
        "exclusiveMaximum",
        "exclusiveMinimum",
        "explode",
        "nullable",
        "readOnly",
        "required",
        "uniqueItems",
        "writeOnly",
    };

    // Fields that OpenAPI gives the type string, and whose texts may look like something else. Example: name: 404.
    private static readonly HashSet<string> Texts = new(StringComparer.Ordinal)
    {
        "$ref",
        "openapi",
        "operationId",
        "pattern",
        "propertyName",
        "swagger",
        "version",
    };

    /// <summary>Gives the JSON token that a scalar means.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="field">The name of the member whose value it is, or null.</param>
    /// <param name="isListed">Whether it is an entry of the list that the member has.</param>
    public static (JsonToken Type, object? Value) Resolve(Scalar scalar, string? field, bool isListed)
    {
        var text = scalar.Value;
        if (scalar.Style is not ScalarStyle.Plain || (!scalar.Tag.IsEmpty && scalar.Tag.Value is TextTag or "!"))
        {
            return (JsonToken.String, text);
        }

        if (field is not null && (isListed ? field is "required" or "tags" : Texts.Contains(field)) && text.Length > 0)
        {
            return (JsonToken.String, text);
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => (JsonToken.Null, null),
            "true" or "True" or "TRUE" => (JsonToken.Boolean, true),
            "false" or "False" or "FALSE" => (JsonToken.Boolean, false),
            _ when field is not null && !isListed && Flags.Contains(field) => Flag(text),
            _ => Number(text),
        };
    }

    private static (JsonToken Type, object? Value) Flag(string text) =>
        text.ToLowerInvariant() switch
        {
            "yes" or "on" => (JsonToken.Boolean, true),
            "no" or "off" => (JsonToken.Boolean, false),
            _ => Number(text),
        };

    private static (JsonToken Type, object? Value) Number(string text)
    {
        if (Digits(text, "0x", 16) is { } hexadecimal)
        {
            return (JsonToken.Integer, hexadecimal);
        }

        if (Digits(text, "0o", 8) is { } octal)
        {
            return (JsonToken.Integer, octal);
        }

        if (!IsNumberLike(text))
        {
            return (JsonToken.String, text);
        }

        return NumberText.Read(text) switch
        {
            null => (JsonToken.String, text),
            { } whole and (long or BigInteger) => (JsonToken.Integer, whole),
            { } real => (JsonToken.Float, real),
        };
    }

    private static bool IsNumberLike(string text) =>
        (char.IsAsciiDigit(text[^1]) || (text[^1] is '.' && text.Length > 1 && char.IsAsciiDigit(text[^2])))
        && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.');

    // Example: 0x10 is 16, and 0o17 is 15. Numbers that a long does not hold stay texts.
    private static object? Digits(string text, string prefix, int numberBase)
    {
        if (!text.StartsWith(prefix, StringComparison.Ordinal) || text.Length == prefix.Length)
        {
            return null;
        }

        var value = BigInteger.Zero;
        foreach (var digit in text.AsSpan(prefix.Length))
        {
            if (!char.IsAsciiHexDigit(digit) || value > long.MaxValue)
            {
                return null;
            }

            var step = int.Parse([digit], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            if (step >= numberBase)
            {
                return null;
            }

            value = (value * numberBase) + step;
        }

        return value <= long.MaxValue ? (long)value : null;
    }
}
