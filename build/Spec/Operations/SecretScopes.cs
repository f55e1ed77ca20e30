using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Operations;

/// <summary>
/// The scopes that an operation needs in addition where a board or a Pin is secret. Example: an operation that asks
/// for boards:read needs boards:read_secret for a secret board, because the description declares both scopes.
/// </summary>
internal sealed class SecretScopes
{
    private const string Ending = "_secret";

    private readonly HashSet<string> _declared;

    private SecretScopes(HashSet<string> declared) => _declared = declared;

    /// <summary>Reads the scopes that a description declares.</summary>
    public static SecretScopes Of(JObject root) =>
        new([
            .. (root["components"].Member("securitySchemes") as JObject ?? [])
                .Properties()
                .Select(scheme => scheme.Value.Member("flows"))
                .OfType<JObject>()
                .SelectMany(flows => flows.Properties())
                .Select(flow => flow.Value.Member("scopes"))
                .OfType<JObject>()
                .SelectMany(scopes => scopes.Properties())
                .Select(scope => scope.Name),
        ]);

    /// <summary>Lists the secret scopes that an operation does not ask for itself.</summary>
    public IReadOnlyList<string> For(OperationFacts operation)
    {
        var asked = operation.Scopes.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. asked
                .Select(scope => scope + Ending)
                .Where(scope => _declared.Contains(scope) && !asked.Contains(scope)),
        ];
    }
}
