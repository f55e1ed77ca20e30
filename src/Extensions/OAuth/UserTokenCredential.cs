namespace Pinterest.OpenApi;

/// <summary>
/// The token of a user who signed in. It is renewed early and in the background while it still works, and at once when
/// Pinterest rejects it. A new pair of tokens is stored before it is used.
/// </summary>
public sealed class UserTokenCredential : PinterestCredential
{
    private const int MostSaves = 5;
    private static readonly TimeSpan EarlyRenewalPause = TimeSpan.FromSeconds(30);

    private readonly PinterestOAuth _oauth;
    private readonly CheckedTokenStore _store;
    private readonly UserTokenOptions _options;
    private readonly RenewalKey _key;
    private readonly UserTokenRenewal _renewal;
    private volatile PinterestToken? _current;
    private long _nextEarlyRenewal;
    private long _announcedEnd;
    private PinterestTokenStoreException? _announcedFailure;
    private PinterestReauthorizationRequiredException? _announcedRefusal;

    /// <summary>Creates a credential for a user whose token is, or will be, in a store.</summary>
    /// <param name="oauth">Refreshes tokens.</param>
    /// <param name="store">Keeps tokens.</param>
    /// <param name="user">The key of the user in the store, chosen by the app.</param>
    /// <param name="options">The options of the renewal; null for the defaults.</param>
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
        _renewal = new UserTokenRenewal(oauth, _store, _key);
    }

    /// <summary>
    /// Raised when the user must sign in again soon, or now. It is raised once when the refresh token expires within
    /// <see cref="UserTokenOptions.ReauthorizationWarning"/>. It is raised each time that a call fails because a new
    /// sign-in is required. All credentials that wait for one renewal raise it. Do not block the thread that raises it.
    /// </summary>
    public event EventHandler<ReauthorizationEventArgs>? ReauthorizationNeeded;

    /// <summary>
    /// Raised when a renewed token could not be stored. The token is kept in memory. Calls continue with it, and each
    /// call tries to store it again. Fix the store before the process ends. Each credential of the user that uses the
    /// token before it is stored raises the event once.
    /// </summary>
    public event EventHandler<TokenNotStoredEventArgs>? TokenNotStored;

    /// <summary>Gets the key of the user in the store.</summary>
    public string User { get; }

    /// <inheritdoc/>
    public override TokenKind Kind => TokenKind.User;

    internal override Uri? Environment => _oauth.BaseAddress;

    internal override RenewalKey? RenewalKey => _key;

    /// <summary>Stores the token of a sign-in. It replaces a stored token.</summary>
    /// <param name="token">The token of <see cref="PinterestOAuth.ExchangeCodeAsync"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <exception cref="PinterestTokenStoreException">The token could not be stored.</exception>
    /// <exception cref="ArgumentException">The access token contains an invalid character.</exception>
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
                    "The token was not stored, because another process stored one at the same time. Sign in again "
                        + "later."
                );
            }
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<PinterestToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        var unsaved = await _renewal.SaveUnsavedAsync(cancellationToken).ConfigureAwait(false);
        AnnounceFailure(unsaved?.NotStored);
        var token = _current ?? await LoadAsync(unsaved, cancellationToken).ConfigureAwait(false);
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
        var current = _current ?? rejected;
        if (current.AccessToken != rejected.AccessToken)
        {
            return current;
        }

        return await RenewSharedAsync(current).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<PinterestToken> LoadAsync(Renewal? unsaved, CancellationToken cancellationToken)
    {
        var found =
            unsaved?.Token
            ?? await _store.ReadAsync(User, cancellationToken).ConfigureAwait(false)
            ?? throw Announced(_renewal.SignInNeeded("no token is stored for this user."));
        return Interlocked.CompareExchange(ref _current, found, null) ?? found;
    }

    // A sign-in while the renewal was under way is newer than what the renewal gives.
    private PinterestToken Replace(PinterestToken old, PinterestToken renewed)
    {
        var seen = Interlocked.CompareExchange(ref _current, renewed, old);
        seen ??= Interlocked.CompareExchange(ref _current, renewed, null);
        return seen is null || ReferenceEquals(seen, old) ? renewed : seen;
    }

    private async Task<bool> SaveSignInAsync(PinterestToken token, CancellationToken cancellationToken)
    {
        var guard = await _store.LockAsync(User, cancellationToken).ConfigureAwait(false);
        await using (guard.ConfigureAwait(false))
        {
            if (!await guard.SaveAsync(token).ConfigureAwait(false))
            {
                return false;
            }

            // Under the lock: a renewal that fails to store a later token must find nothing of before, and lose nothing.
            UnsavedTokens.Forget(_key);
            _current = token;
            return true;
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

    private async Task<PinterestToken> RenewSharedAsync(PinterestToken old)
    {
        try
        {
            var renewal = await _renewal.RunAsync(old).ConfigureAwait(false);
            AnnounceFailure(renewal.NotStored);
            AnnounceEnd(renewal.Token, _oauth.Time.GetUtcNow());
            return Replace(old, renewal.Token);
        }
        catch (PinterestReauthorizationRequiredException error)
        {
            Announced(error);
            throw;
        }
    }

    // The event is raised once for each failure, however many calls meet it. A handler that is added later hears of it
    // by the next call.
    private void AnnounceFailure(PinterestTokenStoreException? error)
    {
        if (error is null || TokenNotStored is not { } handlers)
        {
            return;
        }

        if (Interlocked.Exchange(ref _announcedFailure, error) != error)
        {
            Raise(handlers, new TokenNotStoredEventArgs(User, error));
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

    // The calls that wait for one renewal get one error, and raise the event once.
    private PinterestReauthorizationRequiredException Announced(PinterestReauthorizationRequiredException error)
    {
        if (Interlocked.Exchange(ref _announcedRefusal, error) != error)
        {
            Raise(ReauthorizationNeeded, new ReauthorizationEventArgs(User, null, isUrgent: true));
        }

        return error;
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
