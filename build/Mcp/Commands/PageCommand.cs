using System.CommandLine;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>Makes the person's key to the page of a server over HTTP.</summary>
internal sealed class PageCommand : Command
{
    private const string Help = """
        The page of 'pinterest-mcp serve --http', on which you approve, grant and read the log.

        Example: pinterest-mcp page key
        """;

    private const string KeyHelp = """
        Makes a new key to the page, and prints it once; only a hash of it is kept. The key that there was ends at once, and with it
        everybody who signed in by it. No agent gets this key: it opens all that a person may do. The key of an agent does not open the
        page.

        Example: pinterest-mcp page key
        Example: pinterest-mcp page key --revoke
        """;

    private static readonly KeyOwner Page = new()
    {
        Name = PageKey.Person,
        Subject = "the page",
        Tool = "page key",
        FileOf = PageKey.Beside,
    };

    /// <summary>Makes the command.</summary>
    /// <param name="output">What it prints.</param>
    /// <param name="openLog">Opens the log.</param>
    public PageCommand(TextWriter output, Func<StoreChoice, IAuditLog> openLog)
        : base("page", Help)
    {
        var key = new Command("key", KeyHelp);
        var change = new KeyChange(output, openLog);
        change.AddTo(key);
        key.SetAction((parsed, cancellationToken) => change.RunAsync(parsed, Page, cancellationToken));
        Add(key);
    }
}
