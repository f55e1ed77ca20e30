using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents.Schemas;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Sandbox;

/// <summary>A parameter of an operation, with what it may be.</summary>
/// <param name="Facts">What the description says of it.</param>
/// <param name="Schema">What it may be, or null when nothing is said.</param>
internal sealed record SandboxParameter(OperationParameter Facts, EffectiveSchema? Schema)
{
    public string Name => Facts.Name;
}

/// <summary>An operation as the sandbox serves it. Schemas are read when it is first called.</summary>
internal sealed class SandboxOperation
{
    private readonly SchemaModel _model;
    private readonly JObject _path;
    private readonly JObject _node;
    private readonly Lazy<IReadOnlyList<SandboxParameter>> _parameters;
    private readonly Lazy<IReadOnlyDictionary<string, EffectiveSchema?>> _bodies;
    private readonly Lazy<IReadOnlyDictionary<int, EffectiveSchema?>> _replies;

    public SandboxOperation(SchemaModel model, OperationFacts facts)
    {
        (_model, Facts) = (model, facts);
        _path = (JObject)model.Root["paths"]![facts.Path]!;
        _node = _path.Properties().First(method => string.Equals(method.Name, facts.Method, StringComparison.OrdinalIgnoreCase)).Value as JObject ?? [];
        Steps = facts.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        _parameters = new(ReadParameters);
        _bodies = new(ReadBodies);
        _replies = new(ReadReplies);
    }

    /// <summary>Gets what the description says of it.</summary>
    public OperationFacts Facts { get; }

    public string Id => Facts.Id;

    /// <summary>Gets the steps of the path; a parameter stands in braces.</summary>
    public IReadOnlyList<string> Steps { get; }

    public IReadOnlyList<SandboxParameter> Parameters => _parameters.Value;

    /// <summary>Gets the content types of the body with what each may be.</summary>
    public IReadOnlyDictionary<string, EffectiveSchema?> Bodies => _bodies.Value;

    public bool NeedsBody => Body?["required"] is JValue { Value: true };

    /// <summary>Gets the successful replies by status, each with its schema or null when it has no body.</summary>
    public IReadOnlyDictionary<int, EffectiveSchema?> Replies => _replies.Value;

    /// <summary>Gets the status of a successful reply: 201 for what was created, where the description declares it.</summary>
    public int SuccessStatus => Facts.Method == "POST" && Replies.ContainsKey(201) ? 201 : Replies.Keys.DefaultIfEmpty(200).Min();

    private JObject? Body => _node["requestBody"] is JObject written ? _model.Resolve(written) : null;

    private List<SandboxParameter> ReadParameters()
    {
        var schemas = new Dictionary<string, EffectiveSchema?>(StringComparer.Ordinal);
        foreach (var written in new[] { _node["parameters"], _path["parameters"] }.OfType<JArray>().SelectMany(list => list.OfType<JObject>()))
        {
            if (_model.Resolve(written) is { } parameter) schemas.TryAdd($"{parameter["in"]} {parameter["name"]}", parameter["schema"] is JObject schema ? _model.Of(schema) : null);
        }

        return [.. Facts.Parameters.Select(facts => new SandboxParameter(facts, schemas.GetValueOrDefault($"{Place(facts.Style)} {facts.Name}")))];
    }

    private static string Place(ParameterStyle style) => style switch
    {
        ParameterStyle.Path => "path",
        ParameterStyle.Header => "header",
        _ => "query",
    };

    private Dictionary<string, EffectiveSchema?> ReadBodies() =>
        (Body?["content"] as JObject ?? []).Properties().ToDictionary(type => type.Name, type => type.Value["schema"] is JObject schema ? _model.Of(schema) : null, StringComparer.OrdinalIgnoreCase);

    private Dictionary<int, EffectiveSchema?> ReadReplies()
    {
        var replies = new Dictionary<int, EffectiveSchema?>();
        foreach (var declared in (_node["responses"] as JObject ?? []).Properties())
        {
            if (!declared.Name.StartsWith('2') || !int.TryParse(declared.Name, out var status) || declared.Value is not JObject written || _model.Resolve(written) is not { } response) continue;
            var content = (response["content"] as JObject)?.Properties().FirstOrDefault()?.Value["schema"];
            replies[status] = content is JObject schema ? _model.Of(schema) : null;
        }

        return replies;
    }
}
