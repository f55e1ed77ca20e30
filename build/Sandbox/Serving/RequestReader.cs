using System.Text;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>
/// Reads a request and holds it against the description. What is not allowed is a 400 that names the field.
/// </summary>
internal static class RequestReader
{
    private const int MaxBodyDepth = 64;

    public static ReadRequest Read(RouteMatch<OperationSchemas> match, HttpRequest request, ReadOnlyMemory<byte> body)
    {
        var operation = match.Operation!;
        var values = new Dictionary<string, JToken>(StringComparer.Ordinal);
        var places = new HttpValues(match.PathValues, request);
        foreach (var parameter in operation.Parameters)
        {
            if (ParameterReader.Read(parameter, places) is not { } sent)
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
                var separator = problem.Place.Length == 0 || problem.Place[0] == '[' ? "" : ".";
                throw SandboxError.Invalid($"'{parameter.Name}{separator}{problem.Place}' {problem.Message}.");
            }
        }

        return new ReadRequest(operation, values, ReadBody(operation, request, body));
    }

    private static JToken? ReadBody(OperationSchemas operation, HttpRequest request, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            if (operation.NeedsBody)
            {
                throw SandboxError.Invalid("The request requires a body.");
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

        var body = type.EndsWith("json", StringComparison.OrdinalIgnoreCase)
            ? ReadJson(bytes)
            : FormBody.Read(Encoding.UTF8.GetString(bytes.Span), schema, operation.EncodingOf(type));
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
                ? throw SandboxError.Invalid("The body is not JSON: there is text after the value.")
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

    private sealed class HttpValues(IReadOnlyDictionary<string, string> path, HttpRequest request) : ISentValues
    {
        public IEnumerable<KeyValuePair<string, IReadOnlyList<string?>>> Query =>
            request.Query.Select(entry => KeyValuePair.Create(entry.Key, (IReadOnlyList<string?>)entry.Value));

        public string? InPath(string name) => path.GetValueOrDefault(name);

        public string? InHeader(string name) =>
            request.Headers[name] is { Count: > 0 } header ? header.ToString() : null;

        public IReadOnlyList<string?> InQuery(string name) => request.Query[name];
    }
}
