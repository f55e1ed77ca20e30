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

    /// <summary>The file that notes the last entry of the log.</summary>
    public static Option<FileInfo?> HeadFile()
    {
        var head = new Option<FileInfo?>("--head-file")
        {
            Description =
                "The file that notes the last entry of the log; best where agents cannot write. Default: agents.head beside "
                + "the log.",
            HelpName = "FILE",
        };
        head.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(token.Value))))
            {
                result.AddError("--head-file: there is no such folder. Make it first, writable for this user.");
            }
        });
        return head;
    }
}
