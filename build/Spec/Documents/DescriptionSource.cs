namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Gets the bytes of a description by what a person calls it, within limits: a file, an address, the standard input, or a
/// file of a git revision. Each of them may be compressed with gzip.
/// </summary>
internal static class DescriptionSource
{
    /// <summary>The largest description that is read: 32 MiB, sixteen times the size of 5.23.0.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>The name of the standard input.</summary>
    public const string StandardInput = "-";

    private static readonly TimeSpan InputLimit = TimeSpan.FromMinutes(2);

    /// <summary>Tells an address from a file name.</summary>
    public static bool IsAddress(string source) => source.Contains("://", StringComparison.Ordinal);

    /// <summary>Reads a description.</summary>
    /// <param name="source">What a person calls it.</param>
    /// <param name="handler">Sends the request; tests pass their own. It must not follow redirects by itself.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="SpecException">There is no such description, or it is too large.</exception>
    /// <exception cref="SpecEnvironmentException">A download failed or took too long, or git is missing.</exception>
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
        var options = new SourceOptions { Handler = handler, Time = time };
        var opened = await OpenAsync(source, options, cancellationToken).ConfigureAwait(false);
        return opened.Bytes;
    }

    /// <summary>Reads a description, and finds the documents beside it.</summary>
    /// <param name="source">What a person calls it.</param>
    /// <param name="options">How it is found.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SpecException">There is no such description, or it is too large.</exception>
    /// <exception cref="SpecEnvironmentException">A download failed or took too long, or git is missing.</exception>
    public static async Task<OpenedSource> OpenAsync(
        string source,
        SourceOptions options,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(options);
        OpenedSource opened;
        if (source is StandardInput)
        {
            opened = await ReadInputAsync(options, cancellationToken).ConfigureAwait(false);
        }
        else if (IsAddress(source))
        {
            opened = await WebNeighbours.OpenAsync(source, options, cancellationToken).ConfigureAwait(false);
        }
        else if (GitNeighbours.IsRevision(source))
        {
            opened = await GitNeighbours.OpenAsync(source, options, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            opened = ReadFile(source, options);
        }

        return opened with
        {
            Bytes = GzipBytes.Expanded(opened.Bytes, opened.Name),
        };
    }

    private static OpenedSource ReadFile(string source, SourceOptions options)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            throw new SpecException("''", "This names nothing.", "Pass the name of a file, or an https address.");
        }

        if (Directory.Exists(source))
        {
            throw new SpecException(source, "This is a folder.", "Pass the name of a JSON or YAML file.");
        }

        if (!File.Exists(source))
        {
            throw new SpecException(source, "There is no such file.", "Check the name, or pass an https address.");
        }

        // Example: /dev/stdin has no files beside it.
        IDocumentNeighbours neighbours = SpecialFile.Is(SpecialFile.Target(source))
            ? new NoNeighbours("It was read from a device, which has no files beside it.")
            : new FolderNeighbours(source, options.Root);
        return new OpenedSource(BoundedFile.Read(source), source, neighbours);
    }

    private static async Task<OpenedSource> ReadInputAsync(SourceOptions options, CancellationToken cancellationToken)
    {
        using var input = options.Input();
        try
        {
            // A terminal gives no end until somebody types it.
            var bytes = await Task.Run(() => BoundedFile.Read(input, "the standard input", MaxBytes), cancellationToken)
                .WaitAsync(InputLimit, options.Time, cancellationToken)
                .ConfigureAwait(false);
            return new OpenedSource(
                bytes,
                "the standard input",
                new NoNeighbours("It was read from the standard input, which has no files beside it.")
            );
        }
        catch (TimeoutException error)
        {
            throw new SpecException(
                "the standard input",
                $"It did not end within {InputLimit.TotalSeconds} seconds.",
                "Pass a description through a pipe.",
                error
            );
        }
    }
}
