using Pinterest.OpenApi.Mcp.Pages;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>
/// The person's key, which opens the page. It stands in a file of its own and has a form of its own, so that no agent's
/// key opens the page and the person's key calls no tool.
/// </summary>
/// <param name="file">The file.</param>
internal sealed class PageKey(string file) : KeyFile(file, Kind), IPageKey
{
    /// <summary>Whose key it is, as the file says it.</summary>
    public const string Person = "person";

    private static readonly KeyKind Kind = new("pmpage_", "the page's key", IPageKey.Command);

    /// <inheritdoc/>
    public bool Exists => HashFor(Person) is not null;

    /// <summary>Gives the key that belongs to a store: its file lies beside it.</summary>
    public static PageKey Beside(string store) => new(Path.ChangeExtension(store, ".page.json"));

    /// <summary>Gives the command that makes the key of a store.</summary>
    public static string CommandFor(StoreChoice store) => IPageKey.Command + store.Options;

    /// <inheritdoc/>
    public string? Accept(string? key) => Find(key) is null ? null : HashOf(key!);

    /// <inheritdoc/>
    public bool IsCurrent(string mark) => HashFor(Person) == mark;
}
