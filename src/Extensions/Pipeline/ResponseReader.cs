using Newtonsoft.Json;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>Reads the body of a successful response.</summary>
internal static class ResponseReader
{
    /// <summary>Reads a body. A 204 where a body was promised is still a success, and gives an empty value.</summary>
    /// <exception cref="PinterestApiException">The body is not the JSON that was expected.</exception>
    public static T Read<T>(Operation operation, BufferedResponse response)
    {
        try
        {
            if (response.Length == 0)
            {
                return Empty<T>();
            }

            using var body = response.OpenBody();
            return PinterestJson.Deserialize<T>(body) ?? Empty<T>();
        }
        catch (JsonException error)
        {
            throw PinterestApiException.Unreadable(new ErrorResponse(operation, response), error);
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
