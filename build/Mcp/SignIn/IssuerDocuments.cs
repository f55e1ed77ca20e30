using Microsoft.IdentityModel.Protocols;

namespace Pinterest.OpenApi.Mcp.SignIn;

/// <summary>
/// Fetches what an issuer publishes: by https, or http on this machine; at most 256 KiB within 10 seconds; without
/// redirects, so that a document cannot send this server to another host.
/// </summary>
internal sealed class IssuerDocuments : IDocumentRetriever, IDisposable
{
    private const int LargestDocument = 256 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        MaxResponseContentBufferSize = LargestDocument,
        Timeout = Limit,
    };

    /// <inheritdoc/>
    /// <exception cref="IOException">It cannot be had.</exception>
    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IssuerOptions.IsSafe(uri))
        {
            throw new IOException("its metadata names an address that is not https.");
        }

        try
        {
            using var response = await _http.GetAsync(uri, cancel).ConfigureAwait(false);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadAsStringAsync(cancel).ConfigureAwait(false)
                : throw new IOException($"it answered {(int)response.StatusCode} to GET {uri.AbsolutePath}.");
        }
        catch (HttpRequestException error)
        {
            throw new IOException($"GET {uri.AbsolutePath} failed ({error.HttpRequestError}).", error);
        }
        catch (OperationCanceledException error) when (!cancel.IsCancellationRequested)
        {
            throw new IOException($"GET {uri.AbsolutePath} took longer than {Limit.TotalSeconds} seconds.", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
