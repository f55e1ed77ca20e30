using System.Net;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Downloads documents, within limits. Only https is allowed, and http of the machine itself.
/// </summary>
/// <param name="options">What sends the requests, and the clock.</param>
internal sealed class WebDownload(SourceOptions options)
{
    private const int MaxRedirects = 5;
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(30);

    // A server that sends a byte a second is always about to send the next, so all of a download has a limit of its own.
    private static readonly TimeSpan TotalLimit = TimeSpan.FromMinutes(2);

    /// <summary>Downloads a document.</summary>
    /// <param name="source">The address, as a person writes it.</param>
    /// <param name="onlyHost">The host that redirects may not leave; null for any.</param>
    /// <param name="maxBytes">The most bytes that are read.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <returns>The bytes, and the address that they are from after redirects.</returns>
    /// <exception cref="SpecException">The address is not allowed, or the document is too large.</exception>
    /// <exception cref="SpecEnvironmentException">The download failed, an answer took longer than 30 seconds to begin, or
    /// the whole longer than 2 minutes.</exception>
    public async Task<(byte[] Bytes, Uri Address)> ReadAsync(
        string source,
        Uri? onlyHost,
        long maxBytes,
        CancellationToken cancellationToken
    )
    {
        // Redirects are followed by hand, because one to http must be refused.
        using var owned = options.Handler is null ? new SocketsHttpHandler { AllowAutoRedirect = false } : null;
        using var client = new HttpClient(options.Handler ?? owned!, disposeHandler: false) { Timeout = AnswerLimit };
        using var total = new CancellationTokenSource(TotalLimit, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token);
        try
        {
            var first = Allowed(source, source, isLocal: true);
            return await DownloadAsync(client, first, onlyHost, maxBytes, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var limit = total.IsCancellationRequested ? TotalLimit : AnswerLimit;
            throw new SpecEnvironmentException(
                $"{source}: no complete answer within {limit.TotalSeconds} seconds. Try again, or download the file and pass its name."
            );
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new SpecEnvironmentException(
                $"{source}: could not be downloaded ({error.Message}). Check the network, or download the file and pass its name.",
                error
            );
        }
    }

    /// <summary>Tells whether two addresses have the same scheme, host and port.</summary>
    public static bool IsSameHost(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase)
        == 0;

    private static async Task<(byte[] Bytes, Uri Address)> DownloadAsync(
        HttpClient client,
        Uri first,
        Uri? onlyHost,
        long maxBytes,
        CancellationToken cancellationToken
    )
    {
        var address = first;
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            using var response = await client
                .GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            if (IsRedirect(response.StatusCode) && response.Headers.Location is { } location)
            {
                // A server of the network must not make this machine ask its own.
                address = Allowed(new Uri(address, location).ToString(), first.ToString(), first.IsLoopback);
                if (onlyHost is not null && !IsSameHost(address, onlyHost))
                {
                    throw new SpecException(
                        first.ToString(),
                        "It redirects to another host.",
                        "Correct the reference."
                    );
                }

                continue;
            }

            if (!response.IsSuccessStatusCode)
            {
                throw new SpecEnvironmentException(
                    $"{address}: answered {(int)response.StatusCode}. Check the address."
                );
            }

            return (await ReadBodyAsync(response, address, maxBytes, cancellationToken).ConfigureAwait(false), address);
        }

        throw new SpecEnvironmentException(
            $"{first}: redirected more than {MaxRedirects} times. Pass the final address."
        );
    }

    private static bool IsRedirect(HttpStatusCode status) =>
        status
            is HttpStatusCode.MovedPermanently
                or HttpStatusCode.Found
                or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect
                or HttpStatusCode.PermanentRedirect;

    private static async Task<byte[]> ReadBodyAsync(
        HttpResponseMessage response,
        Uri address,
        long maxBytes,
        CancellationToken cancellationToken
    )
    {
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            using var buffer = new MemoryStream();
            var chunk = new byte[81920];
            int read;
            while ((read = await body.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
            {
                buffer.Write(chunk, 0, read);
                if (buffer.Length > maxBytes)
                {
                    throw new SpecException(
                        address.ToString(),
                        $"The description is larger than {maxBytes / 1024 / 1024} MiB.",
                        "Check that it is the right file."
                    );
                }
            }

            return buffer.ToArray();
        }
    }

    private static Uri Allowed(string address, string source, bool isLocal) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (isLocal && uri.IsLoopback && uri.Scheme == Uri.UriSchemeHttp))
            ? uri
            : throw new SpecException(
                source,
                $"'{address}' is not an https address.",
                "Pass an https address or a file name. Only this machine may be asked by http."
            );
}
