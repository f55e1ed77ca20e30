using System.Net;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>Gets the bytes of a description from a file or an https address, within limits.</summary>
internal static class DescriptionSource
{
    /// <summary>The largest description that is read: 32 MiB, sixteen times the size of 5.23.0.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    private const int MaxRedirects = 5;
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(30);

    // A server that sends a byte a second is always about to send the next, so all of a download has a limit of its own.
    private static readonly TimeSpan TotalLimit = TimeSpan.FromMinutes(2);

    /// <summary>Tells an address from a file name.</summary>
    public static bool IsAddress(string source) => source.Contains("://", StringComparison.Ordinal);

    /// <summary>Reads a description from a file or an address.</summary>
    /// <param name="source">A file name or an https address.</param>
    /// <param name="handler">Sends the request; tests pass their own. It must not follow redirects by itself.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="SpecException">The file is missing, too large, or the address is not https.</exception>
    /// <exception cref="SpecEnvironmentException">The download failed, an answer took longer than 30 seconds to begin, or
    /// the whole longer than 2 minutes.</exception>
    public static Task<byte[]> ReadAsync(
        string source,
        HttpMessageHandler? handler = null,
        CancellationToken cancellationToken = default
    ) => ReadAsync(source, handler, TimeProvider.System, cancellationToken);

    /// <summary>The same by another clock.</summary>
    public static async Task<byte[]> ReadAsync(
        string source,
        HttpMessageHandler? handler,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (!IsAddress(source))
        {
            return ReadFile(source);
        }

        // Redirects are followed by hand, because one to http must be refused.
        using var owned = handler is null ? new SocketsHttpHandler { AllowAutoRedirect = false } : null;
        using var client = new HttpClient(handler ?? owned!, disposeHandler: false) { Timeout = AnswerLimit };
        using var total = new CancellationTokenSource(TotalLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token);
        try
        {
            return await DownloadAsync(client, Https(source, source), either.Token).ConfigureAwait(false);
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

    private static byte[] ReadFile(string source)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            throw new SpecException("''", "This names nothing.", "Pass the name of a file, or an https address.");
        }

        var file = new FileInfo(source);
        if (Directory.Exists(source))
        {
            throw new SpecException(source, "This is a folder.", "Pass the name of a JSON or YAML file.");
        }

        if (!file.Exists)
        {
            throw new SpecException(source, "There is no such file.", "Check the name, or pass an https address.");
        }

        return BoundedFile.Read(source);
    }

    private static async Task<byte[]> DownloadAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        var first = address;
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            using var response = await client
                .GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                .ConfigureAwait(false);
            if (
                response.StatusCode
                    is HttpStatusCode.MovedPermanently
                        or HttpStatusCode.Found
                        or HttpStatusCode.SeeOther
                        or HttpStatusCode.TemporaryRedirect
                        or HttpStatusCode.PermanentRedirect
                && response.Headers.Location is { } location
            )
            {
                address = Https(new Uri(address, response.Headers.Location!).ToString(), first.ToString());
                continue;
            }

            if (!response.IsSuccessStatusCode)
            {
                throw new SpecEnvironmentException(
                    $"{address}: answered {(int)response.StatusCode}. Check the address."
                );
            }

            return await ReadBodyAsync(response, address, cancellationToken).ConfigureAwait(false);
        }

        throw new SpecEnvironmentException(
            $"{first}: redirected more than {MaxRedirects} times. Pass the final address."
        );
    }

    private static async Task<byte[]> ReadBodyAsync(
        HttpResponseMessage response,
        Uri address,
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
                if (buffer.Length > MaxBytes)
                {
                    throw TooLarge(address.ToString());
                }
            }

            return buffer.ToArray();
        }
    }

    private static Uri Https(string address, string source) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? uri
            : throw new SpecException(
                source,
                $"'{address}' is not an https address.",
                "Pass an https address or a file name."
            );

    private static SpecException TooLarge(string source) =>
        new(
            source,
            $"The description is larger than {MaxBytes / 1024 / 1024} MiB.",
            "Check that it is the right file."
        );
}
