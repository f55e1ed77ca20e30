using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Pinterest.OpenApi.Mcp.SignIn;

/// <summary>
/// Reads the metadata of an issuer and its keys: as of OpenID Connect Discovery, or of RFC 8414. The document must name
/// the very issuer that it was asked for.
/// </summary>
internal sealed class IssuerMetadata : IConfigurationRetriever<OpenIdConnectConfiguration>
{
    private const string WellKnown = "/.well-known/";

    /// <inheritdoc/>
    /// <param name="address">The address of the issuer.</param>
    /// <param name="retriever">What fetches.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="IOException">It cannot be had, or is of another issuer, or has no keys.</exception>
    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(
        string address,
        IDocumentRetriever retriever,
        CancellationToken cancel
    )
    {
        var found = await FirstAsync(address, retriever, cancel).ConfigureAwait(false);
        if (!IsSame(found.Issuer, address))
        {
            throw new IOException("its metadata names another issuer.");
        }

        return found.SigningKeys.Count > 0 ? found : throw new IOException("it publishes no keys.");
    }

    /// <summary>Tells whether two addresses are the same but for a slash at the end.</summary>
    internal static bool IsSame(string? one, string other) => one?.TrimEnd('/') == other.TrimEnd('/');

    private static async Task<OpenIdConnectConfiguration> FirstAsync(
        string address,
        IDocumentRetriever retriever,
        CancellationToken cancel
    )
    {
        Exception? first = null;
        foreach (var place in Places(new Uri(address)))
        {
            try
            {
                return await OpenIdConnectConfigurationRetriever
                    .GetAsync(place, retriever, cancel)
                    .ConfigureAwait(false);
            }
            catch (Exception error) when (!cancel.IsCancellationRequested)
            {
                // A document that is no JSON, or whose keys are none, is of no more use than one that is missing.
                first ??= error is IOException ? error : new IOException("its metadata cannot be read.", error);
            }
        }

        throw first!;
    }

    private static IEnumerable<string> Places(Uri issuer)
    {
        var origin = issuer.GetLeftPart(UriPartial.Authority);
        var path = issuer.AbsolutePath.TrimEnd('/');
        yield return $"{origin}{path}{WellKnown}openid-configuration";
        yield return $"{origin}{WellKnown}oauth-authorization-server{path}";
    }
}
