using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pacts.Security;

/// <summary>
/// Verifies that a recorded request shows the credentials that an operation demands: all schemes of one of its
/// alternatives. An empty alternative makes them optional.
/// </summary>
internal sealed class CredentialVerification
{
    private readonly JObject _root;
    private readonly string _operation;
    private readonly List<List<string>> _alternatives;

    /// <summary>Reads what an operation demands.</summary>
    /// <param name="root">The description.</param>
    /// <param name="operation">The operation.</param>
    public CredentialVerification(JObject root, OperationNode operation)
    {
        _root = root;
        _operation = operation.Id;
        _alternatives =
        [
            .. (operation.Node["security"] as JArray ?? root["security"] as JArray ?? [])
                .OfType<JObject>()
                .Select(alternative => alternative.Properties().Select(scheme => scheme.Name).ToList()),
        ];
    }

    /// <summary>Tells whether a parameter of the query is a credential.</summary>
    public bool Owns(string parameter) => Kinds().Any(kind => kind is { Place: "query" } && kind.Name == parameter);

    /// <summary>Lists what is missing.</summary>
    public IEnumerable<InteractionProblem> Verify(PactRequest request)
    {
        if (
            _alternatives.Count == 0
            || _alternatives.Exists(schemes =>
                schemes.TrueForAll(scheme => SchemeKind.Of(_root, scheme)?.IsShownBy(request) == true)
            )
        )
        {
            return [];
        }

        if (
            _alternatives
                .SelectMany(schemes => schemes)
                .FirstOrDefault(scheme => SchemeKind.Of(_root, scheme) is null) is
            { } unknown
        )
        {
            return
            [
                Problem(
                    "request.header.Authorization",
                    "",
                    unknown,
                    $"{_operation} names the security scheme {unknown}, which the description does not declare"
                ),
            ];
        }

        return [Missing(request)];
    }

    private InteractionProblem Missing(PactRequest request)
    {
        var wanted = string.Join(
            " or ",
            _alternatives
                .Select(schemes => string.Join(" and ", schemes.Select(scheme => SchemeKind.Of(_root, scheme)!.Wanted)))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
        var missing = _alternatives
            .SelectMany(schemes => schemes.Select(scheme => SchemeKind.Of(_root, scheme)!))
            .First(kind => !kind.IsShownBy(request));
        var sent = missing.Word is null ? null : request.Message.Headers.GetValueOrDefault(missing.Name);
        var place = $"request.{missing.Place}.{missing.Name}";
        return sent is null
            ? Problem(place, "", wanted, $"{_operation} needs a credential: {wanted}")
            : Problem(place, sent.Split(' ')[0], wanted, $"{_operation} needs a credential of the kind {wanted}");
    }

    private static InteractionProblem Problem(string place, string recorded, string allowed, string message) =>
        new(place, recorded, allowed, message);

    private IEnumerable<SchemeKind?> Kinds() =>
        _alternatives.SelectMany(schemes => schemes).Select(scheme => SchemeKind.Of(_root, scheme));
}
