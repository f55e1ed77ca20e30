namespace Pinterest.OpenApi;

/// <summary>A renewed token could not be stored. It is kept in memory, and is lost when the process ends.</summary>
public sealed class TokenNotStoredEventArgs : EventArgs
{
    internal TokenNotStoredEventArgs(string user, PinterestTokenStoreException error)
    {
        User = user;
        Error = error;
    }

    /// <summary>Gets the key of the user in the store.</summary>
    public string User { get; }

    /// <summary>Gets the exception of the store. It contains no token.</summary>
    public PinterestTokenStoreException Error { get; }
}
