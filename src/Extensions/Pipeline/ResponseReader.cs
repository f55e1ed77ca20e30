using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>Reads the body of a successful response.</summary>
internal static class ResponseReader
{
    // A pair of braces, with a line break at most.
    private const int LongestEmptyObject = 4;

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
            return Judged(request, response, value);
        }

        return MayBeEmpty<T>(request, response)
            ? Empty<T>()
            : throw PinterestApiException.Empty(new ErrorResponse(request, response), "null");
    }

    private static T Judged<T>(PinterestRequest request, BufferedResponse response, T value)
    {
        if (value is PinterestModel model)
        {
            Judge(request, response, model);
        }

        if (
            request.ExpectedJson is { } expected
            && (value is not JToken json || json.Type != expected || IsError(json))
        )
        {
            throw PinterestApiException.OtherJson(new ErrorResponse(request, response), expected);
        }

        return value;
    }

    private static void Judge(PinterestRequest request, BufferedResponse response, PinterestModel model)
    {
        // A walk would end here as if there were no more items.
        if (model.LacksItems)
        {
            throw PinterestApiException.WithoutItems(new ErrorResponse(request, response));
        }

        if (request.NeedsMembers && response.Length <= LongestEmptyObject)
        {
            throw PinterestApiException.Empty(new ErrorResponse(request, response), "an empty object");
        }

        if (IsError(model))
        {
            throw PinterestApiException.OtherJson(new ErrorResponse(request, response), JTokenType.Object);
        }
    }

    private static bool IsError(PinterestModel model) =>
        model.HasAdditional
        && model.AdditionalProperties is { Count: 2 } members
        && members.TryGetValue("code", out var code)
        && members.TryGetValue("message", out var message)
        && IsError(code, message);

    private static bool IsError(JToken json) =>
        json is JObject error
        && IsError(error["code"], error["message"])
        && error.Children<JProperty>().All(member => member.Value is JValue);

    // Pinterest's form of an error, under a status of success: {"code":0,"message":"oops"}.
    private static bool IsError(JToken? code, JToken? message) =>
        code is { Type: JTokenType.Integer } && message is { Type: JTokenType.String };

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
        if (!response.IsDeclaredEmpty && !IsJudgedByCaller<T>(request))
        {
            throw PinterestApiException.Damaged(
                new ErrorResponse(request, response),
                "The body is empty, although the response announces one. Its Content-Encoding may be wrong."
            );
        }

        return MayBeEmpty<T>(request, response)
            ? Empty<T>()
            : throw PinterestApiException.Empty(new ErrorResponse(request, response), "empty");
    }

    // A caller that takes any JSON, as for tokens and uploads, judges an empty one itself.
    private static bool IsJudgedByCaller<T>(PinterestRequest request) =>
        typeof(T) == typeof(JToken) && request.ExpectedJson is null;

    // A deletion has nothing to say.
    private static bool MayBeEmpty<T>(PinterestRequest request, BufferedResponse response) =>
        IsJudgedByCaller<T>(request)
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
