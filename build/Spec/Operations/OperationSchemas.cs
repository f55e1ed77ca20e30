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
    private const string UsualSuccess = "200";

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
        _replies = new(ReadReplies);
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

    /// <summary>Gets the content type of the successful response as it is listed: JSON first; null without content.</summary>
    public string? SuccessType => ContentTypes.Preferred(Success.Keys);

    /// <summary>Gets the response of success as it is written: that of its status, of 2XX, or default.</summary>
    public JObject? SuccessNode =>
        _operation.Node["responses"].Member(SuccessKey) is JObject written ? _model.Resolve(written) : null;

    /// <summary>Gets the headers that the successful response must have, each with its schema or null.</summary>
    public IEnumerable<(string Name, EffectiveSchema? Schema)> RequiredHeaders =>
        (SuccessNode.Member("headers") as JObject ?? [])
            .Properties()
            .Select(header => (header.Name, Node: header.Value is JObject written ? _model.Resolve(written) : null))
            .Where(header => header.Node?["required"].IsTrue() == true)
            .Select(header =>
                (header.Name, header.Node!["schema"] is JObject schema ? _model.Of(schema) : (EffectiveSchema?)null)
            );

    /// <summary>Gives how the fields of a body of a type are written, or null when nothing is said.</summary>
    public JObject? EncodingOf(string type) => Body.Member("content").Member(type).Member("encoding") as JObject;

    private string SuccessKey =>
        new[] { SuccessStatus.ToString(CultureInfo.InvariantCulture), "2XX" }.FirstOrDefault(Responses.ContainsKey)
        ?? "default";

    private IReadOnlyDictionary<string, EffectiveSchema?> Success =>
        Responses.GetValueOrDefault(SuccessKey) ?? new Dictionary<string, EffectiveSchema?>();

    private JObject? Body => _operation.Node["requestBody"] is JObject written ? _model.Resolve(written) : null;

    private Dictionary<int, EffectiveSchema?> ReadReplies()
    {
        var replies = Responses
            .Where(response => ResponseStatus.IsSuccess(response.Key))
            .Select(response =>
                (
                    IsStatus: int.TryParse(response.Key, CultureInfo.InvariantCulture, out var status),
                    status,
                    response.Value
                )
            )
            .Where(response => response.IsStatus)
            .DistinctBy(response => response.status)
            .ToDictionary(response => response.status, response => Preferred(response.Value));

        // Only a range, or only default, is listed: 200 stands for it.
        if (replies.Count == 0 && ResponseStatus.Covering(Responses, UsualSuccess) is { } covering)
        {
            replies[int.Parse(UsualSuccess, CultureInfo.InvariantCulture)] = Preferred(covering);
        }

        return replies;
    }

    private static EffectiveSchema? Preferred(IReadOnlyDictionary<string, EffectiveSchema?> content) =>
        ContentTypes.Preferred(content.Keys) is { } type ? content[type] : null;

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
