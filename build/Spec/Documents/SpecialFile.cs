namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Tells files that the system makes up, such as <c>/dev/null</c>, from ordinary ones. A draft that is moved onto one
/// would take its place for every program of the machine.
/// </summary>
internal static class SpecialFile
{
    // As many as the system itself follows.
    private const int MaxLinks = 40;

    private static readonly string[] Roots = ["/dev/", "/proc/", "/sys/"];

    /// <summary>Gives the file that a path means: its full path, with links followed.</summary>
    /// <param name="path">The path; nothing need be there.</param>
    public static string Target(string path) => Target(Path.GetFullPath(path), depth: 0);

    // Folders may be links, too: with devices -> /dev, devices/null is a device.
    private static string Target(string full, int depth)
    {
        var resolved = Path.GetPathRoot(full) ?? "";
        foreach (var step in full[resolved.Length..].Split(Path.DirectorySeparatorChar))
        {
            var next = Path.Combine(resolved, step);
            resolved = depth < MaxLinks && LinkOf(next) is { } link ? Target(link, depth + 1) : next;
        }

        return resolved;
    }

    private static string? LinkOf(string path)
    {
        FileSystemInfo? entry = Directory.Exists(path) ? new DirectoryInfo(path) : null;
        entry ??= File.Exists(path) ? new FileInfo(path) : null;
        return entry?.ResolveLinkTarget(returnFinalTarget: false)?.FullName;
    }

    /// <summary>Tells whether a full path is that of a special file. The memory disk <c>/dev/shm</c> has ordinary
    /// ones.</summary>
    /// <param name="target">A full path without links.</param>
    public static bool Is(string target) =>
        !OperatingSystem.IsWindows()
        && Roots.Any(root => target.StartsWith(root, StringComparison.Ordinal))
        && !target.StartsWith("/dev/shm/", StringComparison.Ordinal);
}
