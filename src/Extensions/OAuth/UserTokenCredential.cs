namespace Pinterest.OpenApi;

/// <summary>
/// The token of a user who signed in. It is renewed early and in the background while it still works, and at once
/// when Pinterest rejects it. A new pair of tokens is stored before anyone uses it.
/// </summary>
/// <remarks>
/// To renew is the decision that a new token is needed; to refresh is the HTTP call that trades the refresh token
/// for one. A renewal runs once for all callers (<see cref="SharedRenewal"/>), and refreshes under the lock of the
/// store.
/// </remarks>
public sealed class UserTokenCredential : PinterestCredential
{
    private const int MostSaves = 5;
    private static readonly TimeSpan EarlyRenewalPause = TimeSpan.FromSeconds(30);

    private readonly PinterestOAuth _oauth;
    private readonly CheckedTokenStore _store;
    private readonly UserTokenOptions _options;
    private readonly RenewalKey _key;
    private volatile PinterestToken? _current;
    private long _nextEarlyRenewal;
    private long _announcedEnd;

    /// <summary>Makes a credential for a user whose token is, or will be, in a store.</summary>
    /// <param name="oauth">Refreshes tokens.</param>
    /// <param name="store">Keeps tokens.</param>
    /// <param name="user">The key of the user in the store, chosen by the app.</param>
    /// <param name="options">When to renew; null for the defaults.</param>
    public UserTokenCredential(PinterestOAuth oauth, ITokenStore store, string user, UserTokenOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(oauth);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrEmpty(user);
        User = user;
        _oauth = oauth;
        _store = new CheckedTokenStore(store);
        _options = options ?? new UserTokenOptions();
        _key = new RenewalKey(oauth.BaseAddress, oauth.App.Id, _store.Identity, user);
    }

    /// <summary>
    /// Raised when the user must sign in again soon, or now. It is raised once when a call or a renewal finds that
    /// the refresh token ends within <see cref="UserTokenOptions.ReauthorizationWarning"/>, and each time that only
    /// a new sign-in helps. It is raised on the thread that found out; do not block it.
    /// </summary>
    public event EventHandler<ReauthorizationEventArgs>? ReauthorizationNeeded;

    /// <summary>
    /// Raised when a renewed token could not be stored. The token is kept in memory, calls go on with it, and each of
    /// them tries to store it again. Mend the store before the process ends.
    /// </summary>
    public event EventHandler<TokenNotStoredEventArgs>? TokenNotStored;

    /// <summary>Gets the key of the user in the store.</summary>
    public string User { get; }

    /// <inheritdoc/>
    public override TokenKind Kind => TokenKind.User;

    internal override Uri? Environment => _oauth.BaseAddress;

    internal override RenewalKey? RenewalKey => _key;

    /// <summary>Stores the token of a sign-in, in place of any that is there.</summary>
    /// <param name="token">The token of <see cref="PinterestOAuth.ExchangeCodeAsync"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <exception cref="PinterestTokenStoreException">It could not be stored.</exception>
    /// <exception cref="ArgumentException">The access token has characters that a token cannot have.</exception>
    public async Task SetTokenAsync(PinterestToken token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        PinterestToken.ThrowIfMalformed(token);

        for (var attempt = 1; !await SaveSignInAsync(token, cancellationToken).ConfigureAwait(false); attempt++)
        {
            // Somebody else saved under a later lock; this sign-in is newer than what that renewed.
            if (attempt == MostSaves)
            {
                throw new PinterestTokenStoreException(
                    "The token was not stored: somebody else stores one at the same time. Sign in again later."
                );
            }
        }

        UnsavedTokens.Forget(_key);
        _current = token;
    }

    /// <inheritdoc/>
    public override async ValueTask<PinterestToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        if (UnsavedTokens.Find(_key) is { } unsaved)
        {
            await SaveAgainAsync(unsaved, cancellationToken).ConfigureAwait(false);
        }

        var token = _current ??=
            UnsavedTokens.Find(_key)
            ?? await _store.ReadAsync(User, cancellationToken).ConfigureAwait(false)
            ?? throw Reauthorize("nothing is stored for this user.", null);
        var now = _oauth.Time.GetUtcNow();
        if (!token.NeedsRenewal(now, _options.RenewalMargin))
        {
            // Announced only here: a renewal may bring a new refresh token, and announces the end of that one.
            AnnounceEnd(token, now);
            return token;
        }

        if (token.NeedsRenewal(now, TimeSpan.Zero))
        {
            return await RenewSharedAsync(token).WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        // The token still works, so nobody waits for the new one. The pause begins with the attempt: however that
        // ends, calls go on with the old token, and do not each try again.
        if (Volatile.Read(ref _nextEarlyRenewal) <= now.UtcTicks)
        {
            Volatile.Write(ref _nextEarlyRenewal, (now + EarlyRenewalPause).UtcTicks);
            _ = RenewEarlyAsync(token);
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

    private async Task<bool> SaveSignInAsync(PinterestToken token, CancellationToken cancellationToken)
    {
        var guard = await _store.LockAsync(User, cancellationToken).ConfigureAwait(false);
        await using (guard.ConfigureAwait(false))
        {
            return await guard.SaveAsync(token).ConfigureAwait(false);
        }
    }

    private async Task RenewEarlyAsync(PinterestToken token)
    {
        try
        {
            await RenewSharedAsync(token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // It is logged, and calls see the failure when the old token ends.
        }
    }

    private async Task<PinterestToken> RenewSharedAsync(PinterestToken old) =>
        _current = await SharedRenewal
            .RunAsync(_key, Kind, _oauth.Logger, () => RefreshStoredAsync(old))
            .ConfigureAwait(false);

    // Cannot be cancelled: a refresh that was sent may have ended the old refresh token, so its result must be stored.
    private async Task<PinterestToken> RefreshStoredAsync(PinterestToken old)
    {
        var guard = await _store.LockAsync(User, CancellationToken.None).ConfigureAwait(false);
        await using (guard.ConfigureAwait(false))
        {
            var stored =
                UnsavedTokens.Find(_key)
                ?? await guard.ReadAsync().ConfigureAwait(false)
                ?? throw Reauthorize("nothing is stored for this user.", null);

            // Another process may have renewed while this one waited for the lock.
            if (stored.AccessToken != old.AccessToken)
            {
                return stored;
            }

            // The place of the new token is secured before the refresh ends the old one.
            var refreshToken = stored.RefreshToken ?? throw Reauthorize("there is no refresh token.", null);
            await guard.PrepareAsync().ConfigureAwait(false);
            return await RefreshAsync(guard, stored, refreshToken).ConfigureAwait(false);
        }
    }

    private async Task<PinterestToken> RefreshAsync(
        CheckedTokenStore.Lock guard,
        PinterestToken old,
        string refreshToken
    )
    {
        try
        {
            var renewed = await _oauth.RefreshAsync(refreshToken, CancellationToken.None).ConfigureAwait(false);
            return await StoreAsync(guard, renewed, old).ConfigureAwait(false);
        }
        catch (PinterestApiException error) when (RefreshRefusal.Is(error))
        {
            // A new sign-in ends the old refresh token, so a refusal of the old one means nothing then.
            // What is stored is older than a token that could not be stored.
            var stored = UnsavedTokens.Find(_key) ?? await guard.ReadAsync().ConfigureAwait(false);
            return stored is not null && stored.AccessToken != old.AccessToken
                ? stored
                : throw Reauthorize(RefreshRefusal.Describe(error), error);
        }
    }

    private async Task<PinterestToken> StoreAsync(
        CheckedTokenStore.Lock guard,
        PinterestToken renewed,
        PinterestToken old
    )
    {
        if (renewed.Scopes.Count == 0)
        {
            renewed = renewed with { Scopes = old.Scopes };
        }

        try
        {
            if (!await guard.SaveAsync(renewed).ConfigureAwait(false))
            {
                // A later holder of the lock has stored a token, and it is newer.
                return await guard.ReadAsync().ConfigureAwait(false) ?? renewed;
            }

            UnsavedTokens.Forget(_key);
        }
        catch (PinterestTokenStoreException error)
        {
            // The old token has ended, so the new one is kept. What a store's own error says may hold a token.
            UnsavedTokens.Keep(_key, renewed);
            RenewalLog.TokenNotStored(_oauth.Logger, error.Message);
            Raise(TokenNotStored, new TokenNotStoredEventArgs(User, error));
        }

        AnnounceEnd(renewed, _oauth.Time.GetUtcNow());
        return renewed;
    }

    private async ValueTask SaveAgainAsync(PinterestToken unsaved, CancellationToken cancellationToken)
    {
        try
        {
            var guard = await _store.LockAsync(User, cancellationToken).ConfigureAwait(false);
            await using (guard.ConfigureAwait(false))
            {
                // Somebody else may have saved it, or renewed it again, while this call waited for the lock.
                if (UnsavedTokens.Find(_key) == unsaved)
                {
                    await guard.SaveAsync(unsaved).ConfigureAwait(false);
                    UnsavedTokens.Forget(_key);
                    RenewalLog.TokenStoredLate(_oauth.Logger);
                }
            }
        }
        catch (PinterestTokenStoreException)
        {
            // Told when the token was renewed. The next call tries again.
        }
    }

    // The event is raised once for each refresh token.
    private void AnnounceEnd(PinterestToken token, DateTimeOffset now)
    {
        if (token.RefreshTokenExpiresAt is not { } end || end - _options.ReauthorizationWarning > now)
        {
            return;
        }

        if (Interlocked.Exchange(ref _announcedEnd, end.UtcTicks) != end.UtcTicks)
        {
            Raise(ReauthorizationNeeded, new ReauthorizationEventArgs(User, end, isUrgent: false));
        }
    }

    private PinterestReauthorizationRequiredException Reauthorize(string reason, Exception? inner)
    {
        Raise(ReauthorizationNeeded, new ReauthorizationEventArgs(User, null, isUrgent: true));
        return new PinterestReauthorizationRequiredException(User, reason, inner);
    }

    // A call must not fail because somebody's handler does.
    private void Raise<T>(EventHandler<T>? handlers, T what)
    {
        try
        {
            handlers?.Invoke(this, what);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            RenewalLog.HandlerFailed(_oauth.Logger, error);
        }
    }
}
