namespace Pinterest.OpenApi;

/// <summary>The store of the tokens cannot be read or written. Never holds a token.</summary>
public sealed class PinterestTokenStoreException : PinterestException
{
    internal PinterestTokenStoreException(string path, string problem, Exception? inner)
        : base($"The token store {path} {problem}", inner) { }
}
