using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest gave a bookmark that it gave before, so that the enumeration would never end, or one that cannot be read.
/// </summary>
public sealed class PinterestPagingException : PinterestException
{
    internal PinterestPagingException(Operation operation, string bookmark)
        : base(
            $"{operation.Id}: Pinterest repeated the bookmark '{bookmark}', so there is no end. "
                + "Stop here, or begin again without a bookmark.",
            null
        )
    {
        Operation = operation;
        Bookmark = bookmark;
    }

    internal PinterestPagingException(Operation operation)
        : base(
            $"{operation.Id}: Pinterest gave a bookmark that is no text, so the next page cannot be asked for. Ask for this page "
                + "again (ResumeBookmark) later.",
            null
        )
    {
        Operation = operation;
        Bookmark = "";
    }

    /// <summary>Gets the operation that was enumerated.</summary>
    public Operation Operation { get; }

    /// <summary>Gets the repeated bookmark; empty when it cannot be read.</summary>
    public string Bookmark { get; }
}
