namespace Pinterest.OpenApi;

/// <summary>Provides access tokens and renews them. Safe for use by many threads at once.</summary>
public abstract class PinterestCredential
{
    /// <summary>Gets the owner of the tokens: a user, or the app itself.</summary>
    public abstract TokenKind Kind { get; }

    /// <summary>
    /// Gets a text that identifies the user in every process and on every machine. A shared rate limiter uses it to
    /// count all calls of the user together. It must not contain a secret: use the hash of a token, not the token. It
    /// must never change.
    /// </summary>
    /// <value>The default is null: the user is known to this process only.</value>
    public virtual string? SharedKey => RenewalKey?.Shared;

    /// <summary>Gets the address of the API whose tokens these are, or null when that is not known.</summary>
    internal virtual Uri? Environment => null;

    /// <summary>Gets what a renewal is for, or null for tokens that this library does not renew.</summary>
    internal virtual RenewalKey? RenewalKey => null;

    /// <summary>Gets what the allowance of calls is counted for within this process. It never changes.</summary>
    internal object PacingKey => RenewalKey ?? (object?)SharedKey ?? this;

    /// <summary>Returns a token that is not known to have expired.</summary>
    /// <param name="cancellationToken">Ends the wait of this caller. A renewal for other callers continues.</param>
    /// <returns>The token.</returns>
    /// <exception cref="PinterestReauthorizationRequiredException">The user must sign in again.</exception>
    /// <exception cref="PinterestException">No token is available. The call is not sent without a token.</exception>
    public abstract ValueTask<PinterestToken> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>Returns a new token in place of one that Pinterest rejected.</summary>
    /// <param name="rejected">The rejected token. If it was renewed in the meantime, the new token is returned at
    /// once.</param>
    /// <param name="cancellationToken">Ends the wait of this caller. A renewal for other callers continues.</param>
    /// <returns>The new token, or null when the token cannot be renewed.</returns>
    public virtual ValueTask<PinterestToken?> RenewAsync(
        PinterestToken rejected,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<PinterestToken?>(null);
}
