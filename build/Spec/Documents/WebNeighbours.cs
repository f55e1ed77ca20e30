using System.Collections.Concurrent;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>The documents of the host that a description was downloaded from. Other hosts are never asked.</summary>
internal sealed class WebNeighbours : IDocumentNeighbours
{
    private const int Parallel = 8;

    private readonly WebDownload _download;
    private readonly Uri _start;
    private readonly Dictionary<string, Uri> _addresses = new(StringComparer.Ordinal);

    private WebNeighbours(WebDownload download, Uri start)
    {
        _download = download;
        _start = start;
        Start = NameOf(start);
        _addresses[Start] = start;
    }

    /// <inheritdoc/>
    public string Start { get; }

    /// <summary>Downloads a description.</summary>
    /// <param name="source">The address.</param>
    /// <param name="options">What sends the requests, and the clock.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="SpecException">The address is not allowed, or the description is too large.</exception>
    /// <exception cref="SpecEnvironmentException">The download failed or took too long.</exception>
    public static async Task<OpenedSource> OpenAsync(
        string source,
        SourceOptions options,
        CancellationToken cancellationToken
    )
    {
        var download = new WebDownload(options);
        var (bytes, address) = await download
            .ReadAsync(source, onlyHost: null, DescriptionSource.MaxBytes, cancellationToken)
            .ConfigureAwait(false);
        return new OpenedSource(bytes, source, new WebNeighbours(download, address));
    }

    /// <inheritdoc/>
    public FoundDocument Find(string from, string reference)
    {
        if (!Uri.TryCreate(_addresses[from], reference, out var address))
        {
            return new(null, "It is no address.");
        }

        if (!WebDownload.IsSameHost(address, _start))
        {
            return new(null, "It is on another host, and other hosts are never asked.");
        }

        address = new Uri(address.GetLeftPart(UriPartial.Query));
        var name = NameOf(address);
        _addresses[name] = address;
        return new(name, null);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReadDocument>> ReadAsync(
        IReadOnlyList<string> names,
        long mostBytes,
        CancellationToken cancellationToken
    )
    {
        var documents = new ConcurrentDictionary<string, ReadDocument>(StringComparer.Ordinal);
        var left = mostBytes;
        await System
            .Threading.Tasks.Parallel.ForEachAsync(
                names,
                new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellationToken },
                async (name, cancelled) =>
                {
                    var most = Math.Clamp(Interlocked.Read(ref left), 0, DescriptionSource.MaxBytes);
                    documents[name] = await ReadAsync(name, (int)most, cancelled).ConfigureAwait(false);
                    Interlocked.Add(ref left, -(documents[name].Bytes?.Length ?? 0));
                }
            )
            .ConfigureAwait(false);
        return [.. names.Select(name => documents[name])];
    }

    private async Task<ReadDocument> ReadAsync(string name, int most, CancellationToken cancellationToken)
    {
        try
        {
            var (bytes, _) = await _download
                .ReadAsync(_addresses[name].ToString(), _start, most, cancellationToken)
                .ConfigureAwait(false);
            return new(name, GzipBytes.Expanded(bytes, name, most), null);
        }
        catch (Exception error) when (error is SpecException or SpecEnvironmentException)
        {
            return new(name, null, error.Message);
        }
    }

    private string NameOf(Uri address)
    {
        var name = Uri.UnescapeDataString(new Uri(_start, ".").MakeRelativeUri(address).ToString());
        return name.Length == 0 ? "./" : name;
    }
}
