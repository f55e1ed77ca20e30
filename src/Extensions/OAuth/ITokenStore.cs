namespace Pinterest.OpenApi;

/// <summary>
/// Keeps the tokens of users. A refresh may give a new refresh token and end the old one, so a new pair is stored
/// before anyone uses it. When it is lost, the user must sign in again.
/// </summary>
public interface ITokenStore
{
    /// <summary>Reads the token of a user.</summary>
    /// <param name="user">The key of the user, chosen by the app.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The token, or null when none is stored.</returns>
    ValueTask<StoredToken?> ReadAsync(string user, CancellationToken cancellationToken);

    /// <summary>Writes the token of a user if nobody else has written since it was read (compare and swap).</summary>
    /// <param name="user">The key of the user.</param>
    /// <param name="token">The new token.</param>
    /// <param name="expectedVersion">The version that was read, or null when there was none.</param>
    /// <param name="cancellationToken">Ends the write before it has begun.</param>
    /// <returns>Whether it was written; false when the entry has another version.</returns>
    ValueTask<bool> TryWriteAsync(
        string user,
        PinterestToken token,
        string? expectedVersion,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Keeps others from renewing the token of a user, in other processes too where the store is shared between
    /// them.
    /// </summary>
    /// <param name="user">The key of the user.</param>
    /// <param name="cancellationToken">Ends the wait for the lock.</param>
    /// <returns>Releases the lock when it is disposed.</returns>
    ValueTask<IDisposable> LockAsync(string user, CancellationToken cancellationToken);
}
