using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>Reads pact files of the versions 2, 3 and 4, from any Pact library.</summary>
internal static class PactReader
{
    private const int MaxDepth = 128;

    /// <summary>Reads a file.</summary>
    /// <exception cref="SpecException">The file is missing, or is no pact with interactions over HTTP.</exception>
    public static PactContract Read(string file) => Read(Parse(file), file);

    /// <summary>Reads a pact.</summary>
    /// <param name="root">The document.</param>
    /// <param name="file">How messages call it.</param>
    /// <exception cref="SpecException">This is no pact with interactions over HTTP.</exception>
    public static PactContract Read(JObject root, string file)
    {
        var version = Version(file, root);
        var interactions = (root["interactions"] as JArray ?? [])
            .OfType<JObject>()
            .Where(IsHttp)
            .Select((node, index) => Interaction(file, index, version, node))
            .ToList();
        if (interactions.Count == 0)
        {
            throw new SpecException(
                file,
                "The pact has no interactions over HTTP.",
                "A contract that says nothing proves nothing: record it again, or leave the file out."
            );
        }

        return new PactContract(file, Name(root, "consumer"), Name(root, "provider"), interactions);
    }

    /// <summary>Tells whether a pact has interactions over HTTP.</summary>
    public static bool HasHttp(JObject root) => (root["interactions"] as JArray ?? []).OfType<JObject>().Any(IsHttp);

    /// <summary>Gives the name of the consumer or the provider.</summary>
    public static string Name(JObject root, string party) => root[party].Member("name").Text() ?? party;

    private static JObject Parse(string file)
    {
        var bytes = DescriptionSourceFile.Read(file, "Name a pact file, or a folder that holds one.");
        try
        {
            using var reader = new JsonTextReader(new StringReader(Utf8Text.Read(bytes)))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
                MaxDepth = MaxDepth,
            };
            return JToken.Load(reader) as JObject
                ?? throw new SpecException(
                    file,
                    "This is no pact: it is not an object.",
                    "Name a file that a Pact library wrote."
                );
        }
        catch (JsonException error)
        {
            throw new SpecException(
                JsonProblem.Place(file, error),
                $"This is not JSON: {error.Message}",
                "Name a file that a Pact library wrote.",
                error
            );
        }
    }

    // Pact libraries write the number in different places.
    private static int Version(string file, JObject root)
    {
        var metadata = root["metadata"];
        var text = (
            metadata.Member("pactSpecification").Member("version")
            ?? metadata.Member("pact-specification").Member("version")
            ?? metadata.Member("pactSpecificationVersion")
        )?.PlainText();
        if (text is null && root["interactions"] is null)
        {
            throw new SpecException(
                file,
                "This is no pact: it has neither interactions nor the version of a specification.",
                "Name a file that a Pact library wrote."
            );
        }

        // A pact without a version was written before versions were recorded.
        var major = (text ?? "2").Split('.')[0];
        return
            int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 2 and <= 4
            ? number
            : throw new SpecException(
                file,
                $"The pact is of version '{text}' of the specification.",
                "Versions 2, 3 and 4 are read."
            );
    }

    private static bool IsHttp(JObject interaction) =>
        (string?)(interaction["type"] as JValue) is null or "Synchronous/HTTP";

    private static PactInteraction Interaction(string file, int index, int version, JObject node)
    {
        var place = $"{file} #/interactions/{index}";
        var request =
            node["request"] as JObject
            ?? throw new SpecException(place, "The interaction has no request.", "Record it again.");
        var response =
            node["response"] as JObject
            ?? throw new SpecException(place, "The interaction has no response.", "Record it again.");
        var states = (node["providerStates"] as JArray ?? [])
            .Select(state => (string?)(state.Member("name") as JValue))
            .Append((string?)(node["providerState"] as JValue) ?? (string?)(node["provider_state"] as JValue))
            .OfType<string>();
        return new PactInteraction(
            (string?)(node["description"] as JValue) ?? $"interaction {index + 1}",
            [.. states],
            new PactRequest(
                ((string?)(request["method"] as JValue) ?? "GET").ToUpperInvariant(),
                (string?)(request["path"] as JValue) ?? "/",
                Query(request["query"]),
                Message(place, version, request)
            ),
            new PactResponse(Status(place, response["status"]), Message(place, version, response))
        );
    }

    private static int Status(string place, JToken? status) =>
        status switch
        {
            null or { Type: JTokenType.Null } => 200,
            _ when status.WholeNumber() is { } number and >= 100 and <= 599 => number,
            _ => throw new SpecException(
                place,
                $"The status '{status.PlainText()}' is none of HTTP.",
                "Record the interaction again."
            ),
        };

    private static Dictionary<string, IReadOnlyList<string>> Query(JToken? query)
    {
        var pairs = query switch
        {
            JValue { Value: string text } => FormText.Fields(text),
            JObject map => map.Properties()
                .SelectMany(entry =>
                    (entry.Value as JArray ?? [entry.Value]).Select(value => (entry.Name, Value: value.PlainText()))
                ),
            _ => [],
        };
        return pairs
            .GroupBy(pair => pair.Name, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => (IReadOnlyList<string>)[.. group.Select(pair => pair.Value)],
                StringComparer.Ordinal
            );
    }

    private static PactMessage Message(string place, int version, JObject node)
    {
        var headers = (node["headers"] as JObject ?? [])
            .Properties()
            .DistinctBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                header => header.Name,
                header =>
                    header.Value is JArray values
                        ? string.Join(", ", values.Select(JsonAccess.PlainText))
                        : header.Value.PlainText(),
                StringComparer.OrdinalIgnoreCase
            );
        var body = version < 4 ? Body(node["body"]) : Content(place, node["body"] as JObject, headers);
        return new PactMessage(headers, body);
    }

    private static JToken? Body(JToken? body) =>
        body is null or { Type: JTokenType.Null or JTokenType.Undefined } ? null : body;

    private static JToken? Content(string place, JObject? body, Dictionary<string, string> headers)
    {
        if (Body(body?["content"]) is not { } content)
        {
            return null;
        }

        if ((string?)(body!["contentType"] as JValue) is { } type)
        {
            headers.TryAdd("Content-Type", type);
        }

        var isJson =
            headers.GetValueOrDefault("Content-Type")?.Contains("json", StringComparison.OrdinalIgnoreCase) == true;
        var encoding = body["encoded"] as JValue;
        if (content is not JValue { Value: string text } || encoding is null or { Value: false or null })
        {
            return content;
        }

        try
        {
            if ((string?)encoding == "base64")
            {
                text = Utf8Text.Read(Convert.FromBase64String(text));
            }

            return isJson ? StrictJson.Parse(text) : text;
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            throw new SpecException(
                place,
                "The body is not what its content type says.",
                "Record the interaction again.",
                error
            );
        }
    }
}
