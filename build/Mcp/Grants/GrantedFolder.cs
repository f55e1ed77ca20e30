using Pinterest.OpenApi.Mcp.Grants.Files;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>
/// The folder that an agent may have files read from. A path that leads out of it, by its steps or by a link, is
/// refused, and so is everything that is no regular file.
/// </summary>
public static class GrantedFolder
{
    /// <summary>The largest file, in bytes: what Pinterest accepts of a video.</summary>
    public const long MaxBytes = 2L * 1024 * 1024 * 1024;

    private const int MaxPath = 1024;
    private const int MostLinks = 40;

    /// <summary>Says what is wrong with a path.</summary>
    /// <param name="folder">The folder of the grant.</param>
    /// <param name="path">The path as the agent wrote it: below the folder, or full.</param>
    /// <returns>What is wrong, without the folder; or null when the file may be read.</returns>
    public static string? ProblemOf(string folder, string path)
    {
        try
        {
            using var file = OpenRead(folder, path);
            return null;
        }
        catch (IOException error)
        {
            return error.Message;
        }
    }

    /// <summary>Opens a file for reading. What is opened is checked, not only its name.</summary>
    /// <param name="folder">The folder of the grant.</param>
    /// <param name="path">The path as the agent wrote it: below the folder, or full.</param>
    /// <exception cref="IOException">The file is not within the folder, does not exist, is no regular file, is empty or
    /// too large; the message does not name the folder.</exception>
    public static FileStream OpenRead(string folder, string path)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(path);
        var file = OpenWithin(folder, path);
        try
        {
            return file.Length switch
            {
                0 => throw new IOException("The file is empty."),
                > MaxBytes => throw new IOException($"The file is larger than {MaxBytes} bytes."),
                _ => file,
            };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FileStream OpenWithin(string folder, string path)
    {
        try
        {
            var root = RealPath(Path.GetFullPath(folder));
            var real = RealPath(FullPath(folder, path));
            ThrowIfOutside(root, real);
            if (!File.Exists(real) || Directory.Exists(real))
            {
                throw new IOException("There is no such file in the folder.");
            }

            if (OperatingSystem.IsWindows())
            {
                return new FileStream(real, FileMode.Open, FileAccess.Read, FileShare.Read);
            }

            var file = NativeFile.OpenRead(real);

            // Somebody may have put a link there between the look and the opening.
            if (NativeFile.PathOf(file) is { } opened && !IsWithin(root, opened))
            {
                file.Dispose();
                throw Outside();
            }

            return file;
        }
        catch (Exception error)
            when (error is UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new IOException("The file cannot be read.", error);
        }
    }

    private static string FullPath(string folder, string path)
    {
        if (path.Length is 0 or > MaxPath || path.Any(char.IsControl))
        {
            throw new IOException($"A path has 1 to {MaxPath} characters, none of them a control character.");
        }

        var steps = path.Split('/', '\\');
        if (
            steps.Contains("..")
            || (OperatingSystem.IsWindows() && !Path.IsPathFullyQualified(path) && path.Contains(':'))
        )
        {
            throw Outside();
        }

        var full = Path.GetFullPath(Path.Combine(folder, path));
        ThrowIfOutside(Path.GetFullPath(folder), full);
        return full;
    }

    // Follows the links of every step. What does not exist stays as it is.
    private static string RealPath(string path)
    {
        var links = 0;
        var root = Path.GetPathRoot(path)!;
        var real = root;
        var left = new Stack<string>(Steps(path[root.Length..]));
        while (left.TryPop(out var step))
        {
            if (step == "..")
            {
                real = Path.GetDirectoryName(real) ?? root;
                continue;
            }

            var next = Path.Combine(real, step);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new IOException("The path has too many links.");
            }

            real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;
            foreach (var one in Steps(target[(Path.GetPathRoot(target)?.Length ?? 0)..]))
            {
                left.Push(one);
            }
        }

        return real;
    }

    // Last step first, as a stack wants them.
    private static IEnumerable<string> Steps(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries)
            .Where(step => step != ".")
            .Reverse();

    private static void ThrowIfOutside(string folder, string path)
    {
        if (!IsWithin(folder, path))
        {
            throw Outside();
        }
    }

    private static bool IsWithin(string folder, string path)
    {
        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var start = Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar;
        return path.StartsWith(start, comparison);
    }

    private static IOException Outside() =>
        new("The path leads out of the folder that the agent may read files from. Give a path below that folder.");
}
