using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <summary>Pinterest gave a bookmark that it gave before, so that the enumeration would never end.</summary>
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

    /// <summary>Gets the operation that was enumerated.</summary>
    public Operation Operation { get; }

    /// <summary>Gets the repeated bookmark.</summary>
    public string Bookmark { get; }
}
