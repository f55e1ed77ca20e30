namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Tells files that the system makes up, such as <c>/dev/null</c>, from ordinary ones. A draft that is moved onto one
/// would take its place for every program of the machine.
/// </summary>
internal static class SpecialFile
{
    private static readonly string[] Roots = ["/dev/", "/proc/", "/sys/"];

    /// <summary>Gives the file that a path means: its full path, with links followed.</summary>
    /// <param name="path">The path; nothing need be there.</param>
    public static string Target(string path)
    {
        var full = Path.GetFullPath(path);
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }

    /// <summary>Tells whether a full path is that of a special file. The memory disk <c>/dev/shm</c> has ordinary
    /// ones.</summary>
    /// <param name="target">A full path without links.</param>
    public static bool Is(string target) =>
        !OperatingSystem.IsWindows()
        && Roots.Any(root => target.StartsWith(root, StringComparison.Ordinal))
        && !target.StartsWith("/dev/shm/", StringComparison.Ordinal);
}
