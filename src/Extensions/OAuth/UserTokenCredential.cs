namespace Pinterest.OpenApi;

/// <summary>
/// The token of a user who signed in, renewed by its refresh token: early and in the background while it still works, at once
/// when Pinterest refuses it. A new pair is stored before anyone uses it.
/// </summary>
public sealed class UserTokenCredential : PinterestCredential
{
    private static readonly TimeSpan EarlyRenewalPause = TimeSpan.FromSeconds(30);

    private readonly PinterestOAuth _oauth;
    private readonly ITokenStore _store;
    private readonly UserTokenOptions _options;
    private readonly RenewalKey _key;
    private volatile PinterestToken? _current;
    private long _nextEarlyRenewal;
    private long _announcedEnd;

    /// <summary>Makes a credential for a user whose token is, or will be, in a store.</summary>
    /// <param name="oauth">Renews tokens.</param>
    /// <param name="store">Keeps tokens.</param>
    /// <param name="user">The key of the user in the store, chosen by the app.</param>
    /// <param name="options">When to renew; null for the defaults.</param>
    public UserTokenCredential(PinterestOAuth oauth, ITokenStore store, string user, UserTokenOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(oauth);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrEmpty(user);
        (_oauth, _store, User, _options) = (oauth, store, user, options ?? new UserTokenOptions());
        _key = new RenewalKey(oauth.BaseAddress, oauth.App.Id, user);
    }

    /// <summary>
    /// Raised when the user must sign in again soon, or now: once when a call or a renewal finds that the refresh token ends within
    /// <see cref="UserTokenOptions.ReauthorizationWarning"/>, and each time that only a new sign-in helps. Raised on the thread that found out; do not block it.
    /// </summary>
    public event EventHandler<ReauthorizationEventArgs>? ReauthorizationNeeded;

    /// <summary>Gets the key of the user in the store.</summary>
    public string User { get; }

    /// <inheritdoc/>
    public override TokenKind Kind => TokenKind.User;

    /// <summary>Stores the token of a sign-in, in place of any there is.</summary>
    /// <param name="token">The token of <see cref="PinterestOAuth.ExchangeCodeAsync"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <exception cref="PinterestTokenStoreException">It could not be stored.</exception>
    public async Task SetTokenAsync(PinterestToken token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        using var guard = await _store.LockAsync(User, cancellationToken).ConfigureAwait(false);
        while (
            !await _store
                .TryWriteAsync(
                    User,
                    token,
                    (await _store.ReadAsync(User, cancellationToken).ConfigureAwait(false))?.Version,
                    cancellationToken
                )
                .ConfigureAwait(false)
        )
        {
            // Somebody wrote without the lock; the sign-in is newer than anything.
        }

        _current = token;
    }

    internal override Uri? Environment => _oauth.BaseAddress;

    internal override object PacingKey => _key;

    /// <inheritdoc/>
    public override async ValueTask<PinterestToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        var token = _current ??=
            (await _store.ReadAsync(User, cancellationToken).ConfigureAwait(false))?.Token
            ?? throw Reauthorize("nothing is stored for this user.", null);
        var now = _oauth.Time.GetUtcNow();
        if (token.ExpiresAt is not { } expiry || expiry - _options.RenewalMargin > now)
        {
            // Only here: a renewal may bring a new refresh token, and tells of that one.
            AnnounceEnd(token, now);
            return token;
        }

        if (expiry <= now)
        {
            return await RenewSharedAsync(token).WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        // It works still, so nobody waits.
        if (Volatile.Read(ref _nextEarlyRenewal) <= now.UtcTicks)
        {
            _ = RenewEarlyAsync(token, now);
        }

        return token;
    }

    /// <inheritdoc/>
    public override async ValueTask<PinterestToken?> RenewAsync(
        PinterestToken rejected,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(rejected);
        if (_current is { } current && current.AccessToken != rejected.AccessToken)
        {
            return current;
        }

        return await RenewSharedAsync(rejected).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task RenewEarlyAsync(PinterestToken token, DateTimeOffset now)
    {
        try
        {
            await RenewSharedAsync(token).ConfigureAwait(false);
        }
        catch (PinterestException)
        {
            // Calls go on with the old token; what fails now shows when that ends. Until then it is not asked for at every call.
            Volatile.Write(ref _nextEarlyRenewal, (now + EarlyRenewalPause).UtcTicks);
        }
    }

    private async Task<PinterestToken> RenewSharedAsync(PinterestToken old) =>
        _current = await SharedRenewal.RunAsync(_key, Kind, _oauth.Logger, () => RenewAsync(old)).ConfigureAwait(false);

    // Not cancellable: a refresh that was sent may have ended the old refresh token, so its reply must be stored.
    private async Task<PinterestToken> RenewAsync(PinterestToken old)
    {
        using var guard = await _store.LockAsync(User, CancellationToken.None).ConfigureAwait(false);

        // Another process may have renewed while this one waited for the lock.
        var stored =
            await _store.ReadAsync(User, CancellationToken.None).ConfigureAwait(false)
            ?? throw Reauthorize("nothing is stored for this user.", null);
        if (stored.Token.AccessToken != old.AccessToken)
        {
            return stored.Token;
        }

        if (stored.Token.RefreshToken is not { } refreshToken)
        {
            throw Reauthorize("there is no refresh token.", null);
        }

        var renewed = await RefreshAsync(refreshToken, stored).ConfigureAwait(false);
        if (renewed is null)
        {
            return (await _store.ReadAsync(User, CancellationToken.None).ConfigureAwait(false))!.Token;
        }

        if (renewed.Scopes.Count == 0)
        {
            renewed = renewed with { Scopes = stored.Token.Scopes };
        }

        if (!await _store.TryWriteAsync(User, renewed, stored.Version, CancellationToken.None).ConfigureAwait(false))
        {
            // A sign-in was stored meanwhile, and it is newer.
            return (await _store.ReadAsync(User, CancellationToken.None).ConfigureAwait(false))?.Token ?? renewed;
        }

        AnnounceEnd(renewed, _oauth.Time.GetUtcNow());
        return renewed;
    }

    // Once for each refresh token, whether a renewal brought it or it grew old in the store.
    private void AnnounceEnd(PinterestToken token, DateTimeOffset now)
    {
        if (token.RefreshTokenExpiresAt is not { } end || end - _options.ReauthorizationWarning > now)
        {
            return;
        }

        if (Interlocked.Exchange(ref _announcedEnd, end.UtcTicks) != end.UtcTicks)
        {
            ReauthorizationNeeded?.Invoke(this, new ReauthorizationEventArgs(User, end, isUrgent: false));
        }
    }

    // Null when the user has signed in anew meanwhile, which ends the old refresh token.
    private async Task<PinterestToken?> RefreshAsync(string refreshToken, StoredToken stored)
    {
        try
        {
            return await _oauth.RefreshAsync(refreshToken, CancellationToken.None).ConfigureAwait(false);
        }
        catch (PinterestApiException error)
            when (error
                    is PinterestBadRequestException
                        or PinterestAuthenticationFailedException
                        or PinterestForbiddenException
                        or PinterestMissingScopeException
            )
        {
            if (
                await _store.ReadAsync(User, CancellationToken.None).ConfigureAwait(false) is { } other
                && other.Version != stored.Version
            )
            {
                return null;
            }

            throw Reauthorize(
                $"Pinterest refused the refresh token ({(int)error.Status}{(error.Code is { } code ? $", code {code}" : "")}).",
                error
            );
        }
    }

    private PinterestReauthorizationRequiredException Reauthorize(string reason, Exception? inner)
    {
        ReauthorizationNeeded?.Invoke(this, new ReauthorizationEventArgs(User, null, isUrgent: true));
        return new PinterestReauthorizationRequiredException(User, reason, inner);
    }
}
