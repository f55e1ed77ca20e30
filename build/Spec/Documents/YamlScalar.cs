using System.Globalization;
using Newtonsoft.Json;
using SharpYaml;
using SharpYaml.Events;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>The core schema of YAML 1.2: which plain scalars are not strings.</summary>
internal static class YamlScalar
{
    public static (JsonToken Type, object? Value) Resolve(Scalar scalar)
    {
        var text = scalar.Value;
        if (scalar.Style is not ScalarStyle.Plain || scalar.Tag is "tag:yaml.org,2002:str")
        {
            return (JsonToken.String, text);
        }

        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => (JsonToken.Null, null),
            "true" or "True" or "TRUE" => (JsonToken.Boolean, true),
            "false" or "False" or "FALSE" => (JsonToken.Boolean, false),
            _ => Number(text),
        };
    }

    private static (JsonToken Type, object? Value) Number(string text)
    {
        if (!char.IsAsciiDigit(text[^1]) || !(char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.'))
        {
            return (JsonToken.String, text);
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return (JsonToken.Integer, whole);
        }

        const NumberStyles real =
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return decimal.TryParse(text, real, CultureInfo.InvariantCulture, out var number)
            ? (JsonToken.Float, number)
            : (JsonToken.String, text);
    }
}
