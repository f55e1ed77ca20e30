using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>
/// Pinterest repeated a bookmark, so the enumeration would never end, or it returned a bookmark that cannot be read.
/// </summary>
public sealed class PinterestPagingException : PinterestException
{
    internal PinterestPagingException(Operation operation, string bookmark)
        : base(
            $"{operation.Id}: Pinterest repeated the bookmark '{bookmark}', so the enumeration would never end. "
                + "Stop here, or start again without a bookmark.",
            null
        )
    {
        Operation = operation;
        Bookmark = bookmark;
    }

    internal PinterestPagingException(Operation operation)
        : base(
            $"{operation.Id}: Pinterest returned a bookmark that is not a text, so the next page cannot be requested. "
                + "Request this page again later (ResumeBookmark).",
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
