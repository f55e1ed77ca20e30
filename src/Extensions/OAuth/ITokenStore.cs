namespace Pinterest.OpenApi;

/// <summary>
/// Keeps the tokens of users. A refresh may return a new refresh token and end the old one, so a new pair is stored
/// before it is used. When it is lost, the user must sign in again. An implementation is safe for use by many threads
/// at once, and throws <see cref="PinterestTokenStoreException"/> when it cannot read or write.
/// </summary>
public interface ITokenStore
{
    /// <summary>
    /// Gets the identity of this store. Two stores with equal identities keep the same tokens, such as two
    /// <see cref="FileTokenStore"/> on one folder. The user <c>me</c> of another store is another user.
    /// </summary>
    /// <value>The default is the store itself. A store that several machines share returns the same text on all of
    /// them. A shared <see cref="IRateLimiter"/> then counts the calls of a user together.</value>
    object Identity => this;

    /// <summary>Reads the token of a user.</summary>
    /// <param name="user">The key of the user, chosen by the app.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The token, or null when none is stored.</returns>
    ValueTask<PinterestToken?> ReadAsync(string user, CancellationToken cancellationToken);

    /// <summary>
    /// Locks the token of a user, so that no other caller changes it. The lock includes all processes and machines that
    /// share the store.
    /// </summary>
    /// <param name="user">The key of the user.</param>
    /// <param name="cancellationToken">Ends the wait for the lock.</param>
    /// <returns>The lock. It is released when it is disposed.</returns>
    ValueTask<ITokenLock> LockAsync(string user, CancellationToken cancellationToken);
}
