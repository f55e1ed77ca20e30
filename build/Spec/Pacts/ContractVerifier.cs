using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Spec.Pacts;

/// <summary>
/// Verifies recorded interactions against a description: whether it allows each request and each response. Nothing
/// is sent. The description may be of anybody: it needs neither operation ids nor tags.
/// </summary>
internal sealed class ContractVerifier
{
    private const int BadRequest = 400;
    private const int Unprocessable = 422;

    private readonly RouteTable<DescribedOperation> _routes;
    private readonly IReadOnlyList<string> _basePaths;
    private readonly Lazy<Dictionary<(string Method, string Path), OperationFacts>> _facts;

    /// <summary>Makes a verifier.</summary>
    /// <param name="root">The description.</param>
    public ContractVerifier(JObject root)
    {
        ArgumentNullException.ThrowIfNull(root);
        var model = new SchemaModel(root);
        List<DescribedOperation> operations =
        [
            .. OperationNodes.All(root).Select(operation => new DescribedOperation(model, operation)),
        ];
        _routes = new RouteTable<DescribedOperation>(operations, operation => (operation.Method, operation.Path));
        _basePaths =
        [
            .. operations
                .SelectMany(operation => operation.BasePaths)
                .Where(path => path.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .OrderByDescending(path => path.Length),
        ];
        _facts = new(() => OperationCatalogue.Read(root).All.ToDictionary(facts => (facts.Method, facts.Path)));
    }

    /// <summary>Finds what the description says of the operation that a request calls, or null.</summary>
    public OperationFacts? Find(PactRequest request) =>
        Match(request).Operation is { } operation
            ? _facts.Value.GetValueOrDefault((operation.Method, operation.Path))
            : null;

    /// <summary>Finds the id of the operation that a request calls, or null.</summary>
    public string? FindId(PactRequest request) => Match(request).Operation?.Id;

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
        var match = Match(interaction.Request);
        var problems = new InteractionProblems();
        if (match.Operation is not { } operation)
        {
            AddUnknown(interaction.Request, match.AllowedMethods, problems);
            return new ContractVerdict(interaction, null, problems.All);
        }

        // A request that is recorded with an error response is wrong on purpose.
        if (interaction.Response.Status is not (BadRequest or Unprocessable))
        {
            RequestVerification.Verify(match, interaction, problems);
        }

        ResponseVerification.Verify(operation, interaction.Response, problems);
        return new ContractVerdict(interaction, operation.Id, problems.All) { NotCompared = problems.NotCompared };
    }

    private static void AddUnknown(
        PactRequest request,
        IReadOnlyList<string> allowedMethods,
        InteractionProblems problems
    )
    {
        if (allowedMethods.Count == 0)
        {
            problems.Add("request.path", request.Path, "", $"the description has no path like {request.Path}");
            return;
        }

        var allowed = string.Join(", ", allowedMethods);
        problems.Add(
            "request.method",
            request.Method,
            allowed,
            $"{request.Path} takes {allowed}, not {request.Method}"
        );
    }

    private static InteractionOutcome Outcome(PactContract contract, ContractVerdict verdict) =>
        new()
        {
            Consumer = contract.Consumer,
            Provider = contract.Provider,
            File = contract.Name,
            Description = verdict.Interaction.Description,
            OperationId = verdict.OperationId,
            IsPending = contract.IsPending || verdict.Interaction.IsPending,
            Outcome = verdict switch
            {
                { Problems.Count: > 0 } => ContractOutcome.Failed,
                { NotCompared.Count: > 0 } => ContractOutcome.Skipped,
                _ => ContractOutcome.Passed,
            },
            Reason = verdict is { Problems.Count: 0, NotCompared.Count: > 0 }
                ? string.Join("; ", verdict.NotCompared)
                : null,
            Problems = verdict.Problems,
        };

    // Most pacts record paths without the base path, some with it.
    private RouteMatch<DescribedOperation> Match(PactRequest request)
    {
        var match = _routes.Find(request.Method, request.Path);
        if (match.Operation is not null)
        {
            return match;
        }

        var inner = _basePaths
            .Where(path => request.Path == path || request.Path.StartsWith(path + "/", StringComparison.Ordinal))
            .Select(path => (Path: path, Match: _routes.Find(request.Method, request.Path[path.Length..])))
            .ToList();
        var served = inner.FirstOrDefault(one => one.Match.Operation?.BasePaths.Contains(one.Path) == true).Match;
        return served
            ?? inner
                .Select(one => one.Match)
                .FirstOrDefault(one => one.Operation is null && one.AllowedMethods.Count > 0)
            ?? match;
    }
}
