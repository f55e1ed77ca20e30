using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Compare;

/// <summary>Writes JSON in messages.</summary>
internal static class JsonText
{
    /// <summary>Writes a value: a text without quotes, an object or a list on one line, "none" for no value.</summary>
    public static string Of(JToken? value) =>
        value switch
        {
            null => "none",
            JValue simple => simple.ToString(CultureInfo.InvariantCulture),
            _ => value.ToString(Formatting.None),
        };
}
