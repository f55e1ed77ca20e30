using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads the body of a successful response.</summary>
internal static class ResponseReader
{
    /// <summary>
    /// Reads a body. No content gives an empty value where the description allows it (<see cref="MayBeEmpty"/>), and is
    /// an error otherwise: a board without an id, or an enumeration that ends early, would hide the failure.
    /// </summary>
    /// <exception cref="PinterestApiException">The body is not the JSON that was expected.</exception>
    public static T Read<T>(PinterestRequest request, BufferedResponse response, JsonBudget budget)
    {
        if (response.IsDone)
        {
            return Empty<T>();
        }

        if (response.Length == 0)
        {
            return ReadNothing<T>(request, response);
        }

        if (ReadJson<T>(request, response, budget) is { } value)
        {
            // A walk would end here as if there were no more items.
            return value is PinterestModel { LacksItems: true }
                ? throw PinterestApiException.WithoutItems(new ErrorResponse(request, response))
                : value;
        }

        return MayBeEmpty<T>(request, response)
            ? Empty<T>()
            : throw PinterestApiException.Empty(new ErrorResponse(request, response), "null");
    }

    private static T? ReadJson<T>(PinterestRequest request, BufferedResponse response, JsonBudget budget)
    {
        try
        {
            return response.ReadJson<T>(budget);
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException)
        {
            throw PinterestApiException.Unreadable(new ErrorResponse(request, response), error);
        }
    }

    private static T ReadNothing<T>(PinterestRequest request, BufferedResponse response)
    {
        var isJudgedByCaller = typeof(T) == typeof(JToken);
        if (!response.IsDeclaredEmpty && !isJudgedByCaller)
        {
            throw PinterestApiException.Damaged(
                new ErrorResponse(request, response),
                "The body is empty, and the response does not say that it has none; its Content-Encoding may be wrong."
            );
        }

        return MayBeEmpty<T>(request, response)
            ? Empty<T>()
            : throw PinterestApiException.Empty(new ErrorResponse(request, response), "empty");
    }

    // A caller that takes any JSON, as for tokens and uploads, judges an empty one itself. A deletion has nothing to say.
    private static bool MayBeEmpty<T>(PinterestRequest request, BufferedResponse response) =>
        typeof(T) == typeof(JToken)
        || request.Operation.Method == HttpMethod.Delete
        || request.Operation.EmptySuccessCodes.Contains((int)response.Status);

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
