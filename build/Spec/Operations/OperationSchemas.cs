using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>A parameter of an operation, with what it may be.</summary>
/// <param name="Facts">What the description says of it.</param>
/// <param name="Schema">What it may be, or null when nothing is said.</param>
internal sealed record ParameterSchema(OperationParameter Facts, EffectiveSchema? Schema)
{
    /// <summary>Gets its name on the wire.</summary>
    public string Name => Facts.Name;

    /// <summary>Reads a value as it stands in a path, a query or a header.</summary>
    /// <param name="schema">What it may be.</param>
    /// <param name="text">The value.</param>
    /// <returns>A number or a boolean where the schema takes one and the text is one, or else the text.</returns>
    public static JToken Typed(EffectiveSchema? schema, string text)
    {
        if (schema?.Types is not { } types)
        {
            return text;
        }

        if (
            types.Contains("integer")
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
        )
        {
            return whole;
        }

        if (
            types.Contains("number")
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        )
        {
            return number;
        }

        if (types.Contains("boolean") && bool.TryParse(text, out var flag))
        {
            return flag;
        }

        return text;
    }

    /// <summary>Reads the members of a deepObject parameter, as in filter[range][start]=1.</summary>
    /// <param name="query">The query: names and values.</param>
    /// <returns>Null when the query has none of it.</returns>
    public JObject? DeepObject(IEnumerable<KeyValuePair<string, string>> query)
    {
        ArgumentNullException.ThrowIfNull(query);
        JObject? made = null;
        foreach (var (key, value) in query)
        {
            if (!key.StartsWith(Name + "[", StringComparison.Ordinal) || !key.EndsWith(']'))
            {
                continue;
            }

            var steps = key[(Name.Length + 1)..^1].Split("][");
            var (node, schema) = (made ??= [], Schema);
            foreach (var step in steps[..^1])
            {
                if (node[step] is not JObject next)
                {
                    node[step] = next = [];
                }

                (node, schema) = (next, schema?.Properties.GetValueOrDefault(step));
            }

            node[steps[^1]] = Typed(schema?.Properties.GetValueOrDefault(steps[^1]), value);
        }

        return made;
    }
}

/// <summary>An operation with the schemas of its parameters, body and replies. They are read when they are first asked for.</summary>
internal sealed class OperationSchemas
{
    private readonly SchemaModel _model;
    private readonly JObject _path;
    private readonly JObject _node;
    private readonly Lazy<IReadOnlyList<ParameterSchema>> _parameters;
    private readonly Lazy<IReadOnlyDictionary<string, EffectiveSchema?>> _bodies;
    private readonly Lazy<IReadOnlyDictionary<string, IReadOnlyDictionary<string, EffectiveSchema?>>> _responses;
    private readonly Lazy<IReadOnlyDictionary<int, EffectiveSchema?>> _replies;

    /// <summary>Makes one.</summary>
    /// <param name="model">The schemas of the description.</param>
    /// <param name="facts">The operation.</param>
    public OperationSchemas(SchemaModel model, OperationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(facts);
        (_model, Facts) = (model, facts);
        _path = (JObject)model.Root["paths"]![facts.Path]!;
        _node =
            _path
                .Properties()
                .First(method => string.Equals(method.Name, facts.Method, StringComparison.OrdinalIgnoreCase))
                .Value as JObject
            ?? [];
        Steps = facts.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        _parameters = new(ReadParameters);
        _bodies = new(() => Content(Body));
        _responses = new(ReadResponses);
        _replies = new(() =>
            Responses
                .Where(response => response.Key.StartsWith('2') && int.TryParse(response.Key, out _))
                .ToDictionary(
                    response => int.Parse(response.Key, CultureInfo.InvariantCulture),
                    response => response.Value.Values.FirstOrDefault()
                )
        );
    }

    /// <summary>Gets what the description says of it.</summary>
    public OperationFacts Facts { get; }

    /// <summary>Gets the operationId.</summary>
    public string Id => Facts.Id;

    /// <summary>Gets the steps of the path; a parameter stands in braces.</summary>
    public IReadOnlyList<string> Steps { get; }

    /// <summary>Gets the parameters.</summary>
    public IReadOnlyList<ParameterSchema> Parameters => _parameters.Value;

    /// <summary>Gets the content types of the body with what each may be.</summary>
    public IReadOnlyDictionary<string, EffectiveSchema?> Bodies => _bodies.Value;

    /// <summary>Gets whether a body must be sent.</summary>
    public bool NeedsBody => Body?["required"] is JValue { Value: true };

    /// <summary>Gets the replies by status, range or default, each with its content types.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, EffectiveSchema?>> Responses => _responses.Value;

    /// <summary>Gets the successful replies by status, each with its schema or null when it has no body.</summary>
    public IReadOnlyDictionary<int, EffectiveSchema?> Replies => _replies.Value;

    /// <summary>Gets the status of a successful reply: 201 for what was created, where the description declares it.</summary>
    public int SuccessStatus =>
        Facts.Method == "POST" && Replies.ContainsKey(201) ? 201 : Replies.Keys.DefaultIfEmpty(200).Min();

    private JObject? Body => _node["requestBody"] is JObject written ? _model.Resolve(written) : null;

    private List<ParameterSchema> ReadParameters()
    {
        var schemas = new Dictionary<string, EffectiveSchema?>(StringComparer.Ordinal);
        foreach (
            var written in new[] { _node["parameters"], _path["parameters"] }
                .OfType<JArray>()
                .SelectMany(list => list.OfType<JObject>())
        )
        {
            if (_model.Resolve(written) is { } parameter)
            {
                schemas.TryAdd(
                    $"{parameter["in"]} {parameter["name"]}",
                    parameter["schema"] is JObject schema ? _model.Of(schema) : null
                );
            }
        }

        return
        [
            .. Facts.Parameters.Select(facts => new ParameterSchema(
                facts,
                schemas.GetValueOrDefault($"{Place(facts.Style)} {facts.Name}")
            )),
        ];
    }

    private static string Place(ParameterStyle style) =>
        style switch
        {
            ParameterStyle.Path => "path",
            ParameterStyle.Header => "header",
            _ => "query",
        };

    private Dictionary<string, IReadOnlyDictionary<string, EffectiveSchema?>> ReadResponses() =>
        (_node["responses"] as JObject ?? [])
            .Properties()
            .Where(declared => declared.Value is JObject)
            .ToDictionary(
                declared => declared.Name,
                declared =>
                    (IReadOnlyDictionary<string, EffectiveSchema?>)Content(_model.Resolve((JObject)declared.Value)),
                StringComparer.OrdinalIgnoreCase
            );

    private Dictionary<string, EffectiveSchema?> Content(JObject? message) =>
        (message?["content"] as JObject ?? [])
            .Properties()
            .ToDictionary(
                type => type.Name,
                type => type.Value["schema"] is JObject schema ? _model.Of(schema) : null,
                StringComparer.OrdinalIgnoreCase
            );
}
