using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pacts.Parameters;
using Pinterest.OpenApi.Spec.Pacts.Security;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>An operation of a description, read as far as interactions are held against it.</summary>
internal sealed class DescribedOperation
{
    private readonly OperationNode _operation;
    private readonly Lazy<IReadOnlyList<DescribedParameter>> _parameters;
    private readonly Lazy<CredentialVerification> _credentials;

    /// <summary>Makes one.</summary>
    /// <param name="model">The schemas of the description.</param>
    /// <param name="operation">Where the operation stands.</param>
    public DescribedOperation(SchemaModel model, OperationNode operation)
    {
        Model = model;
        _operation = operation;
        _parameters = new(() => DescribedParameter.Of(model, operation));
        _credentials = new(() => new CredentialVerification(model.Root, operation));
    }

    /// <summary>Gets the schemas of the description.</summary>
    public SchemaModel Model { get; }

    /// <summary>Gets the operationId, or method and path where there is none.</summary>
    public string Id => _operation.Id;

    /// <summary>Gets the method, in capitals.</summary>
    public string Method => _operation.Method.ToUpperInvariant();

    /// <summary>Gets the path template.</summary>
    public string Path => _operation.Path;

    /// <summary>Gets the base paths under which it is served, as its servers say.</summary>
    public IReadOnlyList<string> BasePaths => ServerPaths.Of(Model.Root, _operation);

    /// <summary>Gets the parameters.</summary>
    /// <exception cref="SpecException">A parameter has neither a name nor a place, or its reference leads
    /// nowhere.</exception>
    public IReadOnlyList<DescribedParameter> Parameters => _parameters.Value;

    /// <summary>Gets the credentials that it demands.</summary>
    public CredentialVerification Credentials => _credentials.Value;

    /// <summary>Gets the media types of its request body; none when it has no body.</summary>
    public JObject BodyContent => Body?["content"] as JObject ?? [];

    /// <summary>Gets whether a body must be sent.</summary>
    public bool NeedsBody => Body.Member("required").IsTrue();

    /// <summary>Gets the responses by status, range or default; null for one whose reference leads nowhere.</summary>
    public IReadOnlyDictionary<string, JObject> Responses =>
        (_operation.Node["responses"] as JObject ?? [])
            .Properties()
            .Where(response => response.Value is JObject)
            .DistinctBy(response => response.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                response => response.Name,
                response => References.Resolve(Model.Root, (JObject)response.Value),
                StringComparer.OrdinalIgnoreCase
            );

    private JObject? Body =>
        _operation.Node["requestBody"] is JObject written ? References.Resolve(Model.Root, written) : null;
}
