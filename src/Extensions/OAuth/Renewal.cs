namespace Pinterest.OpenApi;

/// <summary>What a renewal gives to each caller that waited for it.</summary>
/// <param name="Token">The token to go on with.</param>
internal sealed record Renewal(PinterestToken Token)
{
    /// <summary>Gets why the token is not stored, or null when it is. All callers get the same object.</summary>
    public PinterestTokenStoreException? NotStored { get; init; }

    /// <summary>Gets the token in the store: the older one when the new one could not be stored.</summary>
    public PinterestToken InStore { get; init; } = Token;
}
