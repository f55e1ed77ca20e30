using Newtonsoft.Json;

namespace Pinterest.OpenApi;

/// <summary>How this library opens small JSON texts that are no models: dates stay text, and the depth has a limit.</summary>
internal static class JsonText
{
    public static JsonTextReader Open(TextReader text) =>
        new(text)
        {
            DateParseHandling = DateParseHandling.None,
            MaxDepth = JsonCursor.MaxDepth,
            CloseInput = false,
        };
}
