using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Writes values as they stand in a path, a query, a header or a form.</summary>
internal static class RequestText
{
    /// <summary>Lists the fields of a form; a list is joined by commas.</summary>
    public static IEnumerable<KeyValuePair<string, string>> FormFields(JToken body)
    {
        foreach (var member in ((JObject)body).Properties())
        {
            if (member.Value is JArray list)
            {
                yield return new(member.Name, string.Join(',', list.OfType<JValue>().Select(item => Of(item.Value!))));
            }
            else if (member.Value is JValue { Value: { } scalar })
            {
                yield return new(member.Name, Of(scalar));
            }
        }
    }

    /// <summary>Writes a single value.</summary>
    public static string Of(object value) =>
        value switch
        {
            string text => text,
            IOpenEnum known => known.Value,
            bool flag => flag ? "true" : "false",
            DateOnly date => date.ToString(DateOnlyCodec.Format, CultureInfo.InvariantCulture),
            DateTimeOffset time => time.ToString(DateTimeOffsetCodec.Format, CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    /// <summary>Gives the JSON of a value.</summary>
    public static JToken ToToken<T>(T value)
    {
        using var writer = new JTokenWriter();
        new PinterestJsonConverter().WriteJson(writer, value, null!);
        return writer.Token!;
    }
}
