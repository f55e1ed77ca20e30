using System.Text;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// The files of a git revision. Example: main:openapi.yaml is the file openapi.yaml of the branch main, and its references
/// lead to files of the same revision.
/// </summary>
internal sealed class GitNeighbours : IDocumentNeighbours
{
    private readonly GitCommand _git;
    private readonly string _tree;
    private readonly string _folder;
    private readonly RelativePath _paths;

    private GitNeighbours(GitCommand git, string tree, string path, string below)
    {
        _git = git;
        _tree = tree;
        var steps = path.Split('/');
        _folder = string.Join('/', steps.SkipLast(1));
        _paths = new RelativePath(below);
        Start = steps[^1];
    }

    /// <inheritdoc/>
    public string Start { get; }

    /// <summary>Tells whether a text names a file of a git revision. A file of that name counts more.</summary>
    public static bool IsRevision(string source)
    {
        var colon = source.IndexOf(':', StringComparison.Ordinal);
        var isDrive = OperatingSystem.IsWindows() && colon == 1;
        return colon >= 0 && !isDrive && !File.Exists(source) && !DescriptionSource.IsAddress(source);
    }

    /// <summary>Reads a description of a git revision.</summary>
    /// <param name="source">The revision and the path. Example: main:api/openapi.yaml.</param>
    /// <param name="options">The folder of the repository.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="SpecException">There is no such revision or file.</exception>
    /// <exception cref="SpecEnvironmentException">git is missing, or took too long.</exception>
    public static async Task<OpenedSource> OpenAsync(
        string source,
        SourceOptions options,
        CancellationToken cancellationToken
    )
    {
        var colon = source.IndexOf(':', StringComparison.Ordinal);
        var (revision, written) = (source[..colon], source[(colon + 1)..]);
        if (revision.Length == 0 || revision[0] == '-' || written.Length == 0)
        {
            throw new SpecException(
                source,
                "This is not REVISION:PATH.",
                "Pass for example main:openapi.yaml. A revision does not begin with '-'."
            );
        }

        var git = new GitCommand(Path.GetFullPath(options.Folder ?? Directory.GetCurrentDirectory()), options.Time);
        var top = await git.TryLineAsync(["rev-parse", "--show-toplevel"], cancellationToken).ConfigureAwait(false);
        if (top is null)
        {
            throw new SpecException(
                source,
                "There is no such file, and the current folder is in no git repository.",
                "Check the name, or change to a folder of the repository."
            );
        }

        var tree =
            await git.TryLineAsync(
                    ["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{tree}}"],
                    cancellationToken
                )
                .ConfigureAwait(false)
            ?? throw new SpecException(
                source,
                $"The repository has no revision '{revision}'.",
                "Check the name, or fetch the revision first."
            );
        var path = PathOf(source, written, git.Folder, top);
        var neighbours = new GitNeighbours(git, tree, path, Below(source, path, options.Root, top));
        var document = await neighbours.ReadStartAsync(path, cancellationToken).ConfigureAwait(false);
        return document.Bytes is { } bytes
            ? new OpenedSource(bytes, source, neighbours)
            : throw new SpecException(
                source,
                $"The revision '{revision}' has no such file.",
                "Check the path; it begins at the top of the repository."
            );
    }

    /// <inheritdoc/>
    public FoundDocument Find(string from, string reference) =>
        _paths.Combine(from, reference) is { } name
            ? new(name, null)
            : new(
                null,
                DescriptionSource.IsAddress(reference)
                    ? "It is an address, and a description of a git revision reads files of the revision only."
                    : "It leaves the folder of the description; --root allows a larger one."
            );

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReadDocument>> ReadAsync(
        IReadOnlyList<string> names,
        long mostBytes,
        CancellationToken cancellationToken
    )
    {
        var top = new RelativePath("");
        var paths = names.Select(name => top.Combine(_folder + "/", Uri.EscapeDataString(name)) ?? name).ToList();
        var contents = await _git.ReadFilesAsync(_tree, paths, mostBytes, cancellationToken).ConfigureAwait(false);
        return
        [
            .. names.Zip(
                contents,
                (name, bytes) =>
                    bytes is null
                        ? new ReadDocument(name, null, "The revision has no such file.")
                        : Expanded(name, bytes)
            ),
        ];
    }

    private static ReadDocument Expanded(string name, byte[] bytes)
    {
        try
        {
            return new(name, GzipBytes.Expanded(bytes, name), null);
        }
        catch (SpecException error)
        {
            return new(name, null, error.Message);
        }
    }

    private async Task<ReadDocument> ReadStartAsync(string path, CancellationToken cancellationToken)
    {
        var contents = await _git.ReadFilesAsync(_tree, [path], DescriptionSource.MaxBytes, cancellationToken)
            .ConfigureAwait(false);
        return new(path, contents[0], null);
    }

    // As in git, a path that begins with a dot begins in the current folder.
    private static string PathOf(string source, string written, string folder, string top)
    {
        var isHere =
            written.StartsWith("./", StringComparison.Ordinal) || written.StartsWith("../", StringComparison.Ordinal);
        var here = isHere ? BelowTop(folder, top) + "/" : "";
        return new RelativePath("").Combine(here, Uri.EscapeDataString(written))
            ?? throw new SpecException(source, "The path leaves the repository.", "Check the path.");
    }

    // Gives the folder of the description below the one that references may not leave.
    private static string Below(string source, string path, string? root, string top)
    {
        if (root is null)
        {
            return "";
        }

        var outer = BelowTop(Path.GetFullPath(root), top);
        var folder = string.Join('/', path.Split('/').SkipLast(1));
        if (outer.Length == 0)
        {
            return folder;
        }

        return (folder + "/").StartsWith(outer + "/", StringComparison.Ordinal)
            ? folder[outer.Length..].Trim('/')
            : throw new SpecException(
                source,
                $"The description is not below '{root}'.",
                "Pass --root a folder that holds it."
            );
    }

    private static string BelowTop(string folder, string top)
    {
        var below = Path.GetRelativePath(SpecialFile.Target(top), SpecialFile.Target(folder)).Replace('\\', '/');
        return below is "." || below.StartsWith("..", StringComparison.Ordinal) ? "" : below;
    }
}
