namespace Pinterest.OpenApi;

/// <summary>The store of the tokens cannot be read or written. The message never contains a token.</summary>
public sealed class PinterestTokenStoreException : PinterestException
{
    /// <summary>Creates the exception of a custom store.</summary>
    /// <param name="message">A sentence with the problem, the store and the remedy. It must not contain a
    /// token.</param>
    /// <param name="innerException">The cause. It must not contain a token.</param>
    public PinterestTokenStoreException(string message, Exception? innerException = null)
        : base(message, innerException) { }

    /// <summary>Describes a problem of a file.</summary>
    internal static PinterestTokenStoreException OfFile(string path, string problem, Exception? inner = null) =>
        new($"The token store {path} {problem}", inner);

    /// <summary>Wraps an exception of a custom store.</summary>
    internal static PinterestTokenStoreException OfStore(ITokenStore store, string act, Exception error) =>
        new(
            $"The token store {store.GetType().Name} could not {act} ({error.GetType().Name}). "
                + "See the inner exception, and fix the store.",
            error
        );
}
