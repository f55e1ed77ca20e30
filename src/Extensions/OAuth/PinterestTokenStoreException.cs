namespace Pinterest.OpenApi;

/// <summary>The store of the tokens cannot be read or written. Never holds a token.</summary>
public sealed class PinterestTokenStoreException : PinterestException
{
    /// <summary>Describes a problem of a store of one's own.</summary>
    /// <param name="message">What happened, to what, and what to do. It must not hold a token.</param>
    /// <param name="innerException">The cause. It must not hold a token.</param>
    public PinterestTokenStoreException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    /// <summary>Describes a problem of a file.</summary>
    internal static PinterestTokenStoreException OfFile(string path, string problem, Exception? inner = null) =>
        new($"The token store {path} {problem}", inner);

    /// <summary>Describes an exception that a store of somebody's own has thrown.</summary>
    internal static PinterestTokenStoreException OfStore(ITokenStore store, string act, Exception error) =>
        new(
            $"The token store {store.GetType().Name} could not {act} ({error.GetType().Name}). "
                + "See the inner exception, and mend the store.",
            error
        );
}
