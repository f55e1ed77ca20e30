using System.Text.Json;
using PactNet.Exceptions;
using PactNet.Interop;
using PactNet.Matchers;

namespace PactNet;

/// <summary>One request and its reply, as the core is told of them.</summary>
internal sealed class Interaction(PactHandle pact, string description)
{
    private readonly uint _id = PactFfi.NewInteraction(pact.Id, description);
    private readonly List<string> _states = [];
    private readonly Dictionary<string, nuint> _queries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, nuint> _headers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Gets what tells it from the others of its pact: a second of the same name replaces the first.</summary>
    public string Identity => string.Join(", given ", _states.Prepend($"'{description}'"));

    public void Given(string state)
    {
        ArgumentException.ThrowIfNullOrEmpty(state);
        _states.Add($"'{state}'");
        Check(PactFfi.Given(_id, state));
    }

    public void Given(string state, IDictionary<string, string> parameters)
    {
        ArgumentException.ThrowIfNullOrEmpty(state);
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Count == 0)
        {
            Given(state);
            return;
        }

        var sorted = parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal);
        _states.Add(
            $"'{state}' ({string.Join(", ", sorted.Select(parameter => $"{parameter.Key} {parameter.Value}"))})"
        );
        foreach (var (name, value) in parameters)
        {
            Check(PactFfi.GivenWithParam(_id, state, name, value));
        }
    }

    public void Request(string method, string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(method);
        ArgumentException.ThrowIfNullOrEmpty(path);
        Check(PactFfi.WithRequest(_id, method, path));
    }

    public void Query(string name, string value) =>
        Check(PactFfi.WithQueryParameter(_id, name, Next(_queries, name), value));

    public void Query(string name, IMatcher matcher) => Query(name, JsonSerializer.Serialize(matcher));

    public void Header(InteractionPart part, string name, string value) =>
        Check(PactFfi.WithHeader(_id, part, name, Next(_headers, $"{part} {name}"), value));

    public void Header(InteractionPart part, string name, IMatcher matcher) =>
        Header(part, name, JsonSerializer.Serialize(matcher));

    public void Status(ushort status) => Check(PactFfi.ResponseStatus(_id, status));

    public void JsonBody(
        InteractionPart part,
        object? body,
        JsonSerializerOptions settings,
        string contentType = "application/json"
    ) => Check(PactFfi.WithBody(_id, part, contentType, JsonSerializer.Serialize(body, settings)));

    public void Body(InteractionPart part, string body, string contentType)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        if (contentType.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            RequireJson(body, contentType);
        }

        Check(PactFfi.WithBody(_id, part, contentType, body));
    }

    // The core accepts text that is not JSON, and records it as a text without a warning.
    private static void RequireJson(string body, string contentType)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
        }
        catch (JsonException error)
        {
            throw new ArgumentException(
                $"The body is called {contentType} and is no JSON: {error.Message}",
                nameof(body),
                error
            );
        }
    }

    private static nuint Next(Dictionary<string, nuint> counts, string name)
    {
        var index = counts.GetValueOrDefault(name);
        counts[name] = index + 1;
        return index;
    }

    private void Check(bool accepted)
    {
        if (!accepted)
        {
            throw new PactFailureException(
                $"The Pact core did not accept a part of the interaction '{description}'. "
                    + "Describe it in full before its test is verified."
            );
        }
    }
}
