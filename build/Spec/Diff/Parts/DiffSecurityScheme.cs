using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>A security scheme.</summary>
internal sealed record DiffSecurityScheme(string Name, JObject Node)
{
    /// <summary>Gets the OAuth flows; none when there are none.</summary>
    public JObject Flows => Node["flows"] as JObject ?? [];

    /// <summary>Gets how its credentials are sent; null when it does not say.</summary>
    public SecurityTransport? Transport => SecurityTransport.Of(Node);

    /// <summary>
    /// Gets what callers see of it: how credentials are sent, where tokens are got, and which scopes there are. Names of
    /// headers and of HTTP schemes have no case.
    /// </summary>
    public string Facts =>
        string.Join(
            '\n',
            [
                Node["type"].Text() ?? "",
                Transport?.Text ?? Node["in"] + " " + Node["name"] + " " + Node["scheme"],
                Node["openIdConnectUrl"].Text() ?? "",
                .. Flows.Properties().OrderBy(flow => flow.Name, StringComparer.Ordinal).Select(FactsOf),
            ]
        );

    private static string FactsOf(JProperty flow)
    {
        var scopes = (flow.Value.Member("scopes") as JObject ?? []).Properties().Select(scope => scope.Name);
        var urls = new[] { "authorizationUrl", "tokenUrl", "refreshUrl" }.Select(name => flow.Value.Member(name));
        return $"{flow.Name} {string.Join(' ', urls)} {string.Join(' ', scopes.Order(StringComparer.Ordinal))}";
    }
}
