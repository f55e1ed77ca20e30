using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>What a description says of one interaction.</summary>
/// <param name="Interaction">The interaction.</param>
/// <param name="OperationId">The operation that it calls, or null when there is none like it.</param>
/// <param name="Problems">What the description does not allow; nothing when it allows all.</param>
internal sealed record ContractVerdict(
    PactInteraction Interaction,
    string? OperationId,
    IReadOnlyList<ContractProblem> Problems
);

/// <summary>Holds recorded interactions against a description: is each request allowed, and each response. Nothing is sent.</summary>
internal sealed class ContractVerifier
{
    private const int BadRequest = 400;
    private const int Unprocessable = 422;

    private readonly JObject _root;
    private readonly RouteTable<OperationSchemas> _routes;
    private readonly IReadOnlyList<string> _basePaths;

    /// <summary>Makes a verifier.</summary>
    /// <param name="root">The description.</param>
    public ContractVerifier(JObject root)
    {
        ArgumentNullException.ThrowIfNull(root);
        _root = root;
        var model = new SchemaModel(root);
        _routes = new RouteTable<OperationSchemas>(
            OperationCatalogue.Read(root).All.Select(facts => new OperationSchemas(model, facts)),
            operation => operation.Facts
        );
        _basePaths =
        [
            .. (root["servers"] as JArray ?? [])
                .Select(server => (string?)(server.Member("url") as JValue))
                .OfType<string>()
                .Select(url =>
                    Uri.TryCreate(url, UriKind.Absolute, out var address)
                        ? address.AbsolutePath.TrimEnd('/')
                        : url.TrimEnd('/')
                )
                .Where(path => path.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>Finds the operation that a request calls, or null.</summary>
    public OperationFacts? Find(PactRequest request) => Match(request).Operation?.Facts;

    /// <summary>Verifies contracts.</summary>
    /// <param name="contracts">The contracts.</param>
    /// <param name="against">What the description is called.</param>
    public ContractResult Verify(IReadOnlyList<PactContract> contracts, string against)
    {
        ArgumentNullException.ThrowIfNull(contracts);
        return new ContractResult(
            against,
            [
                .. contracts.SelectMany(contract =>
                    contract.Interactions.Select(interaction => Outcome(contract, Verify(interaction)))
                ),
            ],
            []
        );
    }

    /// <summary>Verifies an interaction.</summary>
    public ContractVerdict Verify(PactInteraction interaction)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        var (request, match) = (interaction.Request, Match(interaction.Request));
        if (match.Operation is not { } operation)
        {
            var isKnown = match.AllowedMethods.Count > 0;
            var problem = isKnown
                ? new ContractProblem(
                    "request.method",
                    request.Method,
                    string.Join(", ", match.AllowedMethods),
                    $"{request.Path} takes {string.Join(", ", match.AllowedMethods)}, not {request.Method}"
                )
                : new ContractProblem(
                    "request.path",
                    request.Path,
                    "",
                    $"the description has no path like {request.Path}"
                );
            return new ContractVerdict(interaction, null, [problem]);
        }

        var problems = new List<ContractProblem>();

        // A request that is recorded to be refused is meant to be wrong.
        if (interaction.Response.Status is not (BadRequest or Unprocessable))
        {
            RequestVerification.Verify(operation, match.PathValues, request, SchemesOf(operation), problems);
        }

        ResponseVerification.Verify(operation, interaction.Response, problems);
        return new ContractVerdict(interaction, operation.Id, problems);
    }

    internal static string Text(JToken value) =>
        value is JValue { Value: string text } ? text : value.ToString(Formatting.None);

    private static InteractionOutcome Outcome(PactContract contract, ContractVerdict verdict) =>
        new(
            contract.Consumer,
            contract.Provider,
            contract.File,
            verdict.Interaction.Description,
            verdict.OperationId,
            verdict.Problems.Count == 0 ? ContractOutcome.Passed : ContractOutcome.Failed,
            null,
            verdict.Problems
        );

    // Most record paths without the base path, some with it.
    private RouteMatch<OperationSchemas> Match(PactRequest request)
    {
        var match = _routes.Find(request.Method, request.Path);
        if (match.Operation is not null)
        {
            return match;
        }

        var inner = _basePaths
            .Where(path => request.Path.StartsWith(path + "/", StringComparison.Ordinal))
            .Select(path => _routes.Find(request.Method, request.Path[path.Length..]))
            .FirstOrDefault();
        return inner ?? match;
    }

    // Basic or Bearer, as the schemes of the operation want it.
    private HashSet<string> SchemesOf(OperationSchemas operation) =>
        [
            .. operation
                .Facts.Security.Select(alternative =>
                    _root["components"].Member("securitySchemes").Member(alternative.Scheme)
                )
                .Select(scheme =>
                    (string?)(scheme.Member("type") as JValue) == "http"
                    && (string?)(scheme.Member("scheme") as JValue) is { } word
                        ? word
                        : "bearer"
                ),
        ];
}
