using System.CommandLine;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Options that several commands have.</summary>
internal static class SharedOptions
{
    /// <summary>The file of the grants.</summary>
    public static Option<FileInfo?> Grants() =>
        new("--grants")
        {
            Description = "The file of the grants. Default: grants.json in your configuration folder.",
            HelpName = "FILE",
        };

    /// <summary>The file of the log, the approvals and the keys.</summary>
    public static Option<FileInfo?> Store() =>
        new("--store")
        {
            Description = "The file of the log and of the approvals. Default: agents.db in your configuration folder.",
            HelpName = "FILE",
        };
}
