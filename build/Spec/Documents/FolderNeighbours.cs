namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// The files beside a description. A reference never leaves the folder: neither by its path nor through a link.
/// </summary>
internal sealed class FolderNeighbours : IDocumentNeighbours
{
    private readonly string _root;
    private readonly string _folder;
    private readonly RelativePath _paths;

    /// <summary>Makes the neighbours of a file.</summary>
    /// <param name="file">The file of the description.</param>
    /// <param name="root">The folder that references may not leave; null for that of the file.</param>
    /// <exception cref="SpecException">The file is not below the folder.</exception>
    public FolderNeighbours(string file, string? root)
    {
        var target = SpecialFile.Target(file);
        _folder = Path.GetDirectoryName(target)!;
        _root = root is null ? _folder : Path.TrimEndingDirectorySeparator(SpecialFile.Target(root));
        Start = Path.GetFileName(target);
        var below = Path.GetRelativePath(_root, _folder).Replace('\\', '/');
        _paths = new RelativePath(below is "." ? "" : below);
        if (below.Split('/')[0] is ".." || Path.IsPathRooted(below))
        {
            throw new SpecException(
                file,
                $"The description is not below '{root}'.",
                "Pass --root a folder that holds it."
            );
        }
    }

    /// <inheritdoc/>
    public string Start { get; }

    /// <inheritdoc/>
    public FoundDocument Find(string from, string reference) =>
        _paths.Combine(from, reference) is { } name
            ? new(name, null)
            : new(
                null,
                DescriptionSource.IsAddress(reference)
                    ? "It is an address, and a description that is a file reads files only."
                    : "It leaves the folder of the description; --root allows a larger one."
            );

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReadDocument>> ReadAsync(
        IReadOnlyList<string> names,
        long mostBytes,
        CancellationToken cancellationToken
    )
    {
        var documents = new List<ReadDocument>();
        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = Read(name, mostBytes);
            mostBytes -= document.Bytes?.Length ?? 0;
            documents.Add(document);
        }

        return Task.FromResult<IReadOnlyList<ReadDocument>>(documents);
    }

    private ReadDocument Read(string name, long mostBytes)
    {
        var path = Path.Combine(_folder, name);
        if (!File.Exists(path))
        {
            return new(name, null, "There is no such file.");
        }

        var target = SpecialFile.Target(path);
        if (!target.StartsWith(Path.Join(_root, Path.DirectorySeparatorChar.ToString()), Comparison))
        {
            return new(name, null, "A link leads out of the folder of the description.");
        }

        // A pipe is a file for the system, and has no end.
        // The size of one is 0, and opening it waits for the other end.
        if (SpecialFile.Is(target) || new FileInfo(target).Length == 0)
        {
            return new(name, null, "The file is empty, or is no ordinary file.");
        }

        try
        {
            var most = (int)Math.Clamp(mostBytes, 0, DescriptionSource.MaxBytes);
            return new(name, GzipBytes.Expanded(BoundedFile.Read(target, most), name, most), null);
        }
        catch (SpecException)
        {
            return new(name, null, "The documents together are larger than is read.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(name, null, $"It cannot be read ({error.Message}).");
        }
    }

    private static StringComparison Comparison =>
        OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
