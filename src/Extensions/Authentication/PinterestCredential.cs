namespace Pinterest.OpenApi;

/// <summary>Gives access tokens, and renews them. Safe for use by many threads at once.</summary>
public abstract class PinterestCredential
{
    /// <summary>Gets whom the tokens speak for.</summary>
    public abstract TokenKind Kind { get; }

    /// <summary>
    /// Gets a text that names the user of the app, the same in every process and on every machine, so that a shared
    /// rate limiter counts all calls of the user together. It must not hold a secret: give the hash of a token, not the
    /// token. It never changes.
    /// </summary>
    /// <value>The default is null: the user is known to this process only.</value>
    public virtual string? SharedKey => RenewalKey?.Shared;

    /// <summary>Gets the address of the API whose tokens these are, or null when that is not known.</summary>
    internal virtual Uri? Environment => null;

    /// <summary>Gets what a renewal is for, or null for tokens that this library does not renew.</summary>
    internal virtual RenewalKey? RenewalKey => null;

    /// <summary>Gets what the allowance of calls is counted for within this process. It never changes.</summary>
    internal object PacingKey => RenewalKey ?? (object?)SharedKey ?? this;

    /// <summary>Gives a token that has not expired as far as is known.</summary>
    /// <param name="cancellationToken">Ends the wait of this caller, not a renewal that others wait for too.</param>
    /// <returns>The token.</returns>
    /// <exception cref="PinterestReauthorizationRequiredException">The user must sign in again.</exception>
    /// <exception cref="PinterestException">No token could be had; the call is not sent without one.</exception>
    public abstract ValueTask<PinterestToken> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>Gives another token for one that Pinterest has rejected.</summary>
    /// <param name="rejected">The rejected token. When it has been renewed meanwhile, the new one is given at
    /// once.</param>
    /// <param name="cancellationToken">Ends the wait of this caller, not a renewal that others wait for too.</param>
    /// <returns>The new token, or null when there can be none.</returns>
    public virtual ValueTask<PinterestToken?> RenewAsync(
        PinterestToken rejected,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult<PinterestToken?>(null);
}
