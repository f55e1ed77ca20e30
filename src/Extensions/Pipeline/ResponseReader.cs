using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads the body of a successful response.</summary>
internal static class ResponseReader
{
    /// <summary>Reads a body. A 204 where a body was promised is still a success, and gives an empty value.</summary>
    /// <exception cref="PinterestApiException">The body is not the JSON that was expected.</exception>
    public static T Read<T>(PinterestRequest request, BufferedResponse response, JsonBudget budget)
    {
        if (response.Length == 0)
        {
            // A caller that takes any JSON, as for tokens and uploads, judges an empty one itself.
            return response.IsDeclaredEmpty || typeof(T) == typeof(JToken)
                ? Empty<T>()
                : throw PinterestApiException.Damaged(
                    new ErrorResponse(request, response),
                    "The body is empty, and the reply does not say that it has none; its Content-Encoding may be wrong."
                );
        }

        try
        {
            using var body = response.OpenBody(budget);
            return PinterestJson.Deserialize<T>(body, budget) ?? Empty<T>();
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException)
        {
            throw PinterestApiException.Unreadable(new ErrorResponse(request, response), error);
        }
    }

    private static T Empty<T>()
    {
        using var text = new StringReader(EmptyJson(typeof(T)));
        return PinterestJson.Deserialize<T>(text)!;
    }

    // string becomes "", IList<Pin> becomes [], Board and IDictionary<string, Pin> become {}.
    private static string EmptyJson(Type type)
    {
        if (type == typeof(string))
        {
            return "\"\"";
        }

        return type.IsGenericType && type.GetGenericArguments().Length == 1 ? "[]" : "{}";
    }
}
