using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;

namespace Pinterest.OpenApi;

/// <summary>Opens the file of a report. Nothing of ours is sent to its host: no token and no cookie.</summary>
/// <param name="connection">Sends the request.</param>
/// <param name="options">The limits.</param>
internal sealed class ReportDownload(PinterestConnection connection, ReportOptions options)
{
    private const byte FirstOfGzip = 0x1F;
    private const byte SecondOfGzip = 0x8B;

    private readonly TimeProvider _time = connection.Options.TimeProvider;

    /// <summary>Opens the file and decompresses it, whatever its host says of it.</summary>
    /// <returns>The content. Disposing of it ends the download.</returns>
    /// <exception cref="PinterestReportException">The address is not allowed, or its host refused.</exception>
    public async Task<BoundedStream> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        CheckAddress(address);
        var response = await SendAsync(address, cancellationToken).ConfigureAwait(false);
        try
        {
            // An HttpClient of the user's own may have followed a redirect.
            CheckAddress(response.RequestMessage?.RequestUri ?? address);
            if (!response.IsSuccessStatusCode)
            {
                throw Refused(address, response.StatusCode);
            }

            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return await DecompressAsync(body, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, address);
        message.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
        using var limit = TimeLimit.Start(options.IdleTimeout, _time, cancellationToken);
        try
        {
            return await connection.DownloadAsync(message, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            // Either our own limit, or the time-out of an HttpClient of the user's own.
            throw new PinterestReportException(
                ReportFailure.Interrupted,
                $"{address.Host} did not respond in time. Read the report again.",
                error
            );
        }
        catch (OperationCanceledException error) when (CallerCancellation.IsHidden(error, cancellationToken))
        {
            throw CallerCancellation.Show(error, cancellationToken);
        }
        catch (HttpRequestException error)
        {
            throw new PinterestReportException(
                ReportFailure.Interrupted,
                $"The connection to {address.Host} failed ({error.Message}). Read the report again.",
                error
            );
        }
    }

    // The label can be wrong in both directions, so the first two bytes tell.
    private async Task<BoundedStream> DecompressAsync(Stream body, CancellationToken cancellationToken)
    {
        var first = new byte[2];
        var count = await new BoundedStream(body, options, _time)
            .ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        var whole = new PrefixedStream(first.AsMemory(0, count), body, leaveOpen: false);
        if (count < first.Length || first[0] != FirstOfGzip || first[1] != SecondOfGzip)
        {
            return new BoundedStream(whole, options, _time);
        }

        return new BoundedStream(new GZipStream(whole, CompressionMode.Decompress), options, _time);
    }

    private void CheckAddress(Uri address)
    {
        if (address.IsLoopback && connection.Options.BaseAddress.IsLoopback)
        {
            return;
        }

        if (address.Scheme == Uri.UriSchemeHttps && !address.IsLoopback && IsAllowed(address.Host))
        {
            return;
        }

        throw new PinterestReportException(
            ReportFailure.AddressNotAllowed,
            $"The file of the report is at {address.Scheme}://{address.Host}, which is not allowed. It must be https, and of "
                + $"{nameof(ReportOptions)}.{nameof(ReportOptions.AllowedHosts)} when that is set."
        );
    }

    private bool IsAllowed(string host) =>
        options.AllowedHosts.Count == 0
        || options.AllowedHosts.Any(allowed =>
            host.Equals(allowed, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith("." + allowed, StringComparison.OrdinalIgnoreCase)
        );

    private static PinterestReportException Refused(Uri address, HttpStatusCode status) =>
        new(
            ReportFailure.Refused,
            $"{address.Host} responded with {(int)status} to the request for the file of the report. The address is valid "
                + "for a limited time; request the report again."
        )
        {
            Status = status,
        };
}
