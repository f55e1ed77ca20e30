using System.Globalization;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>
/// An operation with the schemas of its parameters, body and responses. They are read when they are first used.
/// </summary>
internal sealed class OperationSchemas
{
    private readonly SchemaModel _model;
    private readonly OperationNode _operation;
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
        _model = model;
        _operation =
            OperationNodes.Find(model.Root, facts.Path, facts.Method)
            ?? throw new ArgumentException($"The description has no {facts.Method} {facts.Path}.", nameof(facts));
        Facts = facts;
        Steps = facts.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        _parameters = new(ReadParameters);
        _bodies = new(() => Content(Body));
        _responses = new(ReadResponses);
        _replies = new(() =>
            Responses
                .Where(response =>
                    ResponseStatus.IsSuccess(response.Key)
                    && int.TryParse(response.Key, CultureInfo.InvariantCulture, out _)
                )
                .DistinctBy(response => int.Parse(response.Key, CultureInfo.InvariantCulture))
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
    public bool NeedsBody => Body.Member("required").IsTrue();

    /// <summary>Gets the responses by status, range or default, each with its content types.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, EffectiveSchema?>> Responses => _responses.Value;

    /// <summary>Gets the successful responses by status, each with its schema, or null when it has no body.</summary>
    public IReadOnlyDictionary<int, EffectiveSchema?> Replies => _replies.Value;

    /// <summary>Gets the status of a successful response: 201 for a POST that declares it.</summary>
    public int SuccessStatus =>
        Facts.Method == "POST" && Replies.ContainsKey(201) ? 201 : Replies.Keys.DefaultIfEmpty(200).Min();

    private JObject? Body => _operation.Node["requestBody"] is JObject written ? _model.Resolve(written) : null;

    private List<ParameterSchema> ReadParameters()
    {
        var schemas = _operation
            .EffectiveParameters(_model.Resolve)
            .ToDictionary(
                parameter => $"{parameter.Place} {parameter.Name}",
                parameter => parameter.Node["schema"] is JObject schema ? _model.Of(schema) : null,
                StringComparer.Ordinal
            );
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
        (_operation.Node["responses"] as JObject ?? [])
            .Properties()
            .Where(declared => declared.Value is JObject)
            .DistinctBy(declared => declared.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                declared => declared.Name,
                declared =>
                    (IReadOnlyDictionary<string, EffectiveSchema?>)Content(_model.Resolve((JObject)declared.Value)),
                StringComparer.OrdinalIgnoreCase
            );

    private Dictionary<string, EffectiveSchema?> Content(JObject? message) =>
        (message?["content"] as JObject ?? [])
            .Properties()
            .DistinctBy(type => type.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                type => type.Name,
                type => type.Value.Member("schema") is JObject schema ? _model.Of(schema) : null,
                StringComparer.OrdinalIgnoreCase
            );
}
