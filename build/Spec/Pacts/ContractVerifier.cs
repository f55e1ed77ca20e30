using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>
/// Verifies recorded interactions against a description: whether it allows each request and each response. Nothing
/// is sent.
/// </summary>
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
            .. OperationNodes
                .Supported(root)
                .SelectMany(operation => ServerPaths.Of(root, operation))
                .Where(path => path.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>Finds the operation that a request calls, or null.</summary>
    public OperationFacts? Find(PactRequest request) => Match(request).Operation?.Facts;

    /// <summary>Verifies pacts.</summary>
    /// <param name="contracts">The pacts.</param>
    /// <param name="against">The name of the description.</param>
    /// <param name="cancellationToken">Ends the work between two interactions.</param>
    public ContractResult Verify(
        IReadOnlyList<PactContract> contracts,
        string against,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(contracts);
        return new ContractResult(
            against,
            [
                .. contracts.SelectMany(contract =>
                    contract.Interactions.Select(interaction =>
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        return Outcome(contract, Verify(interaction));
                    })
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
                ? new InteractionProblem(
                    "request.method",
                    request.Method,
                    string.Join(", ", match.AllowedMethods),
                    $"{request.Path} takes {string.Join(", ", match.AllowedMethods)}, not {request.Method}"
                )
                : new InteractionProblem(
                    "request.path",
                    request.Path,
                    "",
                    $"the description has no path like {request.Path}"
                );
            return new ContractVerdict(interaction, null, [problem]);
        }

        var problems = new List<InteractionProblem>();

        // A request that is recorded with an error response is wrong on purpose.
        if (interaction.Response.Status is not (BadRequest or Unprocessable))
        {
            RequestVerification.Verify(match, request, SchemesOf(operation), problems);
        }

        ResponseVerification.Verify(operation, interaction.Response, problems);
        return new ContractVerdict(interaction, operation.Id, problems);
    }

    private static InteractionOutcome Outcome(PactContract contract, ContractVerdict verdict) =>
        new()
        {
            Consumer = contract.Consumer,
            Provider = contract.Provider,
            File = contract.File,
            Description = verdict.Interaction.Description,
            OperationId = verdict.OperationId,
            Outcome = verdict.Problems.Count == 0 ? ContractOutcome.Passed : ContractOutcome.Failed,
            Problems = verdict.Problems,
        };

    // Most pacts record paths without the base path, some with it.
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
