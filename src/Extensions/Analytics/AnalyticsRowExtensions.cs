using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Makes rows with typed accessors of the generated models.</summary>
public static class AnalyticsRowExtensions
{
    /// <summary>
    /// Makes a row of a model whose columns depend on the request, such as those of
    /// <c>AdAccounts.GetAnalyticsAsync</c>. The model has properties for an id and a date only.
    /// </summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="model">The row as the operation gave it.</param>
    /// <returns>The row. Later changes of the model do not change it.</returns>
    public static AnalyticsRow ToAnalyticsRow<T>(this T model)
        where T : PinterestModel
    {
        ArgumentNullException.ThrowIfNull(model);
        using var text = new StringReader(PinterestJson.Serialize(model));
        using var reader = new JsonTextReader(text)
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        return FromJson(JObject.Load(reader));
    }

    internal static AnalyticsRow FromJson(JObject row)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in row.Properties())
        {
            values[member.Name] = ValueText.Of(member.Value);
        }

        return new AnalyticsRow(values, group: null);
    }
}
