using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>A request that the description allows.</summary>
/// <param name="Operation">What it asks for.</param>
/// <param name="Values">Its parameters, typed.</param>
/// <param name="Body">Its body, or null.</param>
internal sealed record ReadRequest(OperationSchemas Operation, IReadOnlyDictionary<string, JToken> Values, JToken? Body)
{
    public string? Text(string parameter) => (string?)(Values.GetValueOrDefault(parameter) as JValue);

    public bool Flag(string parameter) => Values.GetValueOrDefault(parameter) is JValue { Value: true };

    public IReadOnlyList<string> List(string parameter) =>
        Values.GetValueOrDefault(parameter) is JArray list ? [.. list.Select(item => (string)item!)] : [];
}

/// <summary>Reads a request and holds it against the description. What is not allowed is a 400 that names the field.</summary>
internal static class RequestReader
{
    private const int MaxBodyDepth = 64;

    public static ReadRequest Read(RouteMatch<OperationSchemas> match, HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var operation = match.Operation!;
        var values = new Dictionary<string, JToken>(StringComparer.Ordinal);
        foreach (var parameter in operation.Parameters)
        {
            if (Sent(parameter, match, request) is not { } sent)
            {
                if (parameter.Facts.IsRequired)
                {
                    throw SandboxError.Invalid($"'{parameter.Name}' is required.");
                }

                continue;
            }

            values[parameter.Name] = sent;
            if (
                parameter.Schema is { } schema
                && SchemaValidator.Validate(schema, sent, ValueDirection.Request) is [var problem, ..]
            )
            {
                throw SandboxError.Invalid(
                    $"'{parameter.Name}{(problem.Place.Length == 0 || problem.Place[0] == '[' ? "" : ".")}{problem.Place}' {problem.Message}."
                );
            }
        }

        return new ReadRequest(operation, values, ReadBody(operation, request, body));
    }

    private static JToken? Sent(ParameterSchema parameter, RouteMatch<OperationSchemas> match, HttpRequest request)
    {
        switch (parameter.Facts.Style)
        {
            case ParameterStyle.Path:
                return match.PathValues.TryGetValue(parameter.Name, out var step)
                    ? ParameterSchema.Typed(parameter.Schema, step)
                    : null;
            case ParameterStyle.Header:
                return request.Headers[parameter.Name] is { Count: > 0 } header
                    ? ParameterSchema.Typed(parameter.Schema, header.ToString())
                    : null;
            case ParameterStyle.DeepObject:
                return parameter.DeepObject(
                    request.Query.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.ToString()))
                );
            default:
                if (request.Query[parameter.Name] is not { Count: > 0 } sent)
                {
                    return null;
                }

                if (parameter.Facts.Style is ParameterStyle.Single)
                {
                    return ParameterSchema.Typed(parameter.Schema, sent[^1]!);
                }

                var items =
                    parameter.Facts.Style is ParameterStyle.Joined
                        ? sent.SelectMany(text => text!.Split(','))
                        : sent.OfType<string>();
                return new JArray(items.Select(item => ParameterSchema.Typed(parameter.Schema?.Items, item)));
        }
    }

    private static JToken? ReadBody(OperationSchemas operation, HttpRequest request, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            if (operation.NeedsBody)
            {
                throw SandboxError.Invalid("The request needs a body.");
            }

            return null;
        }

        if (operation.Bodies.Count == 0)
        {
            return null;
        }

        var type = request.ContentType?.Split(';')[0].Trim() ?? "";
        if (!operation.Bodies.TryGetValue(type, out var schema))
        {
            throw new SandboxError(
                StatusCodes.Status415UnsupportedMediaType,
                1,
                $"The content type '{type}' is not accepted; send {string.Join(" or ", operation.Bodies.Keys)}."
            );
        }

        var body = type.EndsWith("json", StringComparison.OrdinalIgnoreCase) ? ReadJson(bytes) : ReadForm(bytes);
        if (schema is not null && SchemaValidator.Validate(schema, body, ValueDirection.Request) is [var problem, ..])
        {
            throw SandboxError.Invalid(
                problem.Place.Length == 0 ? $"The body {problem.Message}." : $"'{problem.Place}' {problem.Message}."
            );
        }

        return body;
    }

    private static JToken ReadJson(ReadOnlyMemory<byte> bytes)
    {
        using var text = new StreamReader(
            new MemoryStream(bytes.ToArray(), writable: false),
            new UTF8Encoding(false, throwOnInvalidBytes: true)
        );
        using var reader = new JsonTextReader(text)
        {
            DateParseHandling = DateParseHandling.None,
            MaxDepth = MaxBodyDepth,
        };
        try
        {
            var body = JToken.Load(reader);
            return reader.Read()
                ? throw SandboxError.Invalid("The body is not JSON: something follows the value.")
                : body;
        }
        catch (JsonException error)
        {
            throw SandboxError.Invalid($"The body is not JSON: {error.Message}");
        }
        catch (DecoderFallbackException)
        {
            throw SandboxError.Invalid("The body is not JSON: it is not UTF-8.");
        }
    }

    private static JObject ReadForm(ReadOnlyMemory<byte> bytes) =>
        new(
            QueryHelpers
                .ParseQuery(Encoding.UTF8.GetString(bytes.Span))
                .Select(field => new JProperty(field.Key, field.Value.ToString()))
        );
}
