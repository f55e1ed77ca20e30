using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Pacts.Security;

/// <summary>How a request shows a credential of a security scheme.</summary>
/// <param name="Place">header, query or cookie; null when a pact cannot record it, as with a client certificate.</param>
/// <param name="Name">The name of the header, of the parameter or of the cookie.</param>
/// <param name="Word">The word before the credential in the header Authorization, or null.</param>
internal sealed record SchemeKind(string? Place, string Name, string? Word)
{
    private const string Authorization = "Authorization";

    /// <summary>Gets the scheme in words. Example: Bearer; the header X-Key.</summary>
    public string Wanted =>
        (Word, Place) switch
        {
            ({ } word, _) => char.ToUpperInvariant(word[0]) + word[1..],
            (_, "query") => $"the query parameter {Name}",
            _ => $"the {Place} {Name}",
        };

    /// <summary>Reads a scheme.</summary>
    /// <param name="root">The description.</param>
    /// <param name="name">Its name.</param>
    /// <returns>Null when the description does not declare it.</returns>
    public static SchemeKind? Of(JObject root, string name)
    {
        if (
            root["components"].Member("securitySchemes").Member(name) is not JObject written
            || References.TryResolve(root, written) is not { } scheme
        )
        {
            return null;
        }

        return scheme["type"].Text() switch
        {
            "apiKey" when scheme["name"].Text() is { } key && scheme["in"].Text() is { } place => new(place, key, null),
            "http" => new("header", Authorization, scheme["scheme"].Text() is { Length: > 0 } word ? word : "bearer"),
            "oauth2" or "openIdConnect" => new("header", Authorization, "bearer"),
            "mutualTLS" => new(null, "", null),
            _ => null,
        };
    }

    /// <summary>Tells whether a request shows a credential of the scheme.</summary>
    public bool IsShownBy(PactRequest request) =>
        Place switch
        {
            "header" when Word is { } word => request
                .Message.Headers.GetValueOrDefault(Authorization)
                ?.StartsWith(word + " ", StringComparison.OrdinalIgnoreCase) == true,
            "header" => request.Message.Headers.ContainsKey(Name),
            "query" => request.Query.ContainsKey(Name),
            "cookie" => request.Message.Cookies.ContainsKey(Name),
            _ => Place is null,
        };
}
