using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>Reads JSON of others as it is written: no text becomes a date, and numbers stay exact.</summary>
internal static class StrictJson
{
    private const int MaxDepth = 128;

    /// <summary>Reads a text.</summary>
    /// <exception cref="JsonException">The text is not JSON, is or is nested too deeply.</exception>
    public static JToken Parse(string text)
    {
        Check(text);
        try
        {
            return Parse(text, FloatParseHandling.Decimal);
        }
        catch (JsonReaderException)
        {
            // Numbers such as 1e300 do not fit a decimal.
            return Parse(text, FloatParseHandling.Double);
        }
    }

    // Newtonsoft.Json also reads what is not JSON. Example: {x:1}.
    private static void Check(string text)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(text, new() { MaxDepth = MaxDepth });
        }
        catch (System.Text.Json.JsonException error)
        {
            throw new JsonReaderException(error.Message, error);
        }
    }

    private static JToken Parse(string text, FloatParseHandling floats)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = floats,
            MaxDepth = MaxDepth,
        };
        return JToken.Load(reader);
    }
}
