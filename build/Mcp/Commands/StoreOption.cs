using System.CommandLine;
using Pinterest.OpenApi.Mcp.Hosting;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>The file of the log and of the approvals, for each command that opens it.</summary>
internal static class StoreOption
{
    public static Option<FileInfo?> New() => SharedOptions.Store();

    /// <summary>Gets the path of what was passed, or of the default.</summary>
    public static string PathOf(FileInfo? file) => file?.FullName ?? ServerSettings.DefaultStore;

    /// <summary>Opens the file.</summary>
    /// <param name="file">What was passed, or null for the default.</param>
    /// <param name="time">The clock, or null for the system's.</param>
    /// <param name="mustExist">Whether a file that is missing is an error, and is not made.</param>
    /// <exception cref="CommandException">There is no file.</exception>
    public static AgentStore Open(FileInfo? file, TimeProvider? time = null, bool mustExist = false)
    {
        var path = PathOf(file);
        return !mustExist || File.Exists(path)
            ? new AgentStore(path, time: time)
            : throw new CommandException(
                $"There is no log in {path}. The first call of an agent makes it; --store FILE names another one."
            );
    }
}
