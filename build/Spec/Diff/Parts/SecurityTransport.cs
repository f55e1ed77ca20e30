using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>How the credentials of a security scheme are sent.</summary>
/// <param name="Text">What is sent, and where. Example: apiKey in header x-key, http basic, bearer token.</param>
/// <param name="IsFree">Whether it is the header Authorization, with a value of which nothing is said.</param>
internal sealed record SecurityTransport(string Text, bool IsFree = false)
{
    private const string Authorization = "authorization";
    private const string Bearer = "bearer token";

    private bool IsInAuthorization => IsFree || Text.StartsWith("http", StringComparison.Ordinal) || Text == Bearer;

    /// <summary>Reads a scheme; null when it does not say how.</summary>
    public static SecurityTransport? Of(JObject scheme)
    {
        switch (scheme["type"].Text())
        {
            case "apiKey" when scheme["in"].Text() == "header" && scheme["name"].Text() is { } header:
                var name = header.ToLowerInvariant();
                return new($"apiKey in header {name}", name == Authorization);
            case "apiKey" when scheme["in"].Text() is { } place && scheme["name"].Text() is { } key:
                return new($"apiKey in {place} {key}");
            case "http" when scheme["scheme"].Text() is { } http:
                return http.Equals("bearer", StringComparison.OrdinalIgnoreCase)
                    ? new(Bearer)
                    : new($"http {http.ToLowerInvariant()}");
            case "oauth2" or "openIdConnect":
                return new(Bearer);
            case "mutualTLS":
                return new("mutual TLS");
            default:
                return null;
        }
    }

    /// <summary>
    /// Tells whether credentials of one scheme are certainly not those of another. An apiKey in the header Authorization
    /// may be a bearer token.
    /// </summary>
    public static bool AreDifferent(SecurityTransport? one, SecurityTransport? other) =>
        one is not null
        && other is not null
        && one.Text != other.Text
        && !(one.IsFree && other.IsInAuthorization)
        && !(other.IsFree && one.IsInAuthorization);
}
