using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Pins;

/// <summary>
/// Fetches pictures of Pins: from Pinterest's picture hosts only, without redirects, with an end for bytes and time.
/// </summary>
internal sealed class PictureFetch(ToolOptions options)
{
    public const int MostBytes = 1024 * 1024;

    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);

    private static readonly HttpClient Own = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Fetches a picture.</summary>
    /// <param name="address">Its address, as Pinterest gave it.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <returns>The picture, or why there is none.</returns>
    public async Task<(ToolPicture? Picture, string? Problem)> FetchAsync(
        string? address,
        CancellationToken cancellationToken
    )
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsAllowed(uri))
        {
            return (null, "it has no picture on a host of Pinterest");
        }

        using var limit = new CancellationTokenSource(TimeLimit, options.TimeProvider);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await (options.Pictures ?? Own)
                .GetAsync(uri, HttpCompletionOption.ResponseHeadersRead, both.Token)
                .ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                return (null, $"the host replied {(int)response.StatusCode}");
            }

            var stream = await response.Content.ReadAsStreamAsync(both.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                return await ReadAsync(stream, both.Token).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return (null, "it could not be fetched");
        }
        catch (OperationCanceledException)
            when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (null, "it did not arrive in time");
        }
    }

    private bool IsAllowed(Uri uri)
    {
        if (uri.UserInfo.Length > 0)
        {
            return false;
        }

        var isPinterests =
            uri.Scheme == Uri.UriSchemeHttps
            && uri.IsDefaultPort
            && (uri.IdnHost == "pinimg.com" || uri.IdnHost.EndsWith(".pinimg.com", StringComparison.Ordinal));
        return isPinterests || options.PictureHosts.Contains(uri.Authority, StringComparer.OrdinalIgnoreCase);
    }

    private static async Task<(ToolPicture? Picture, string? Problem)> ReadAsync(
        Stream stream,
        CancellationToken cancellationToken
    )
    {
        var buffer = new byte[MostBytes + 1];
        var count = await stream
            .ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken)
            .ConfigureAwait(false);
        if (count > MostBytes)
        {
            return (null, "it is longer than 1 MiB");
        }

        var bytes = buffer[..count];
        return MediaInfo.FromBytes(bytes).Kind switch
        {
            MediaKind.Jpeg => (new ToolPicture(bytes, "image/jpeg"), null),
            MediaKind.Png => (new ToolPicture(bytes, "image/png"), null),
            MediaKind.Gif => (new ToolPicture(bytes, "image/gif"), null),
            MediaKind.WebP => (new ToolPicture(bytes, "image/webp"), null),
            _ => (null, "it is no picture"),
        };
    }
}
