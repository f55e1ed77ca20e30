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
    private static readonly TimeSpan EarlyRenewalPause = TimeSpan.FromSeconds(30);

    private readonly PinterestOAuth _oauth;
    private readonly ITokenStore _store;
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
        _store = store;
        _options = options ?? new UserTokenOptions();
        _key = new RenewalKey(oauth.BaseAddress, oauth.App.Id, user);
    }

    /// <summary>
    /// Raised when the user must sign in again soon, or now. It is raised once when a call or a renewal finds that
    /// the refresh token ends within <see cref="UserTokenOptions.ReauthorizationWarning"/>, and each time that only
    /// a new sign-in helps. It is raised on the thread that found out; do not block it.
    /// </summary>
    public event EventHandler<ReauthorizationEventArgs>? ReauthorizationNeeded;

    /// <summary>Gets the key of the user in the store.</summary>
    public string User { get; }

    /// <inheritdoc/>
    public override TokenKind Kind => TokenKind.User;

    internal override Uri? Environment => _oauth.BaseAddress;

    internal override object PacingKey => _key;

    /// <summary>Stores the token of a sign-in, in place of any that is there.</summary>
    /// <param name="token">The token of <see cref="PinterestOAuth.ExchangeCodeAsync"/>.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <exception cref="PinterestTokenStoreException">It could not be stored.</exception>
    public async Task SetTokenAsync(PinterestToken token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        using var guard = await _store.LockAsync(User, cancellationToken).ConfigureAwait(false);
        bool isWritten;
        do
        {
            // Writing fails when somebody else wrote without the lock; this sign-in is newer than that.
            var stored = await _store.ReadAsync(User, cancellationToken).ConfigureAwait(false);
            isWritten = await _store
                .TryWriteAsync(User, token, stored?.Version, cancellationToken)
                .ConfigureAwait(false);
        } while (!isWritten);

        _current = token;
    }

    /// <inheritdoc/>
    public override async ValueTask<PinterestToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        var token = _current ??=
            await StoredTokenAsync(cancellationToken).ConfigureAwait(false)
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

        // The token still works, so nobody waits for the new one.
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
            // Calls go on with the old token, and see the failure when it ends. The pause keeps each call from
            // trying again until then.
            Volatile.Write(ref _nextEarlyRenewal, (now + EarlyRenewalPause).UtcTicks);
        }
    }

    private async Task<PinterestToken> RenewSharedAsync(PinterestToken old) =>
        _current = await SharedRenewal
            .RunAsync(_key, Kind, _oauth.Logger, () => RefreshStoredAsync(old))
            .ConfigureAwait(false);

    // Cannot be cancelled: a refresh that was sent may have ended the old refresh token, so its result must be stored.
    private async Task<PinterestToken> RefreshStoredAsync(PinterestToken old)
    {
        using var guard = await _store.LockAsync(User, CancellationToken.None).ConfigureAwait(false);
        var stored =
            await _store.ReadAsync(User, CancellationToken.None).ConfigureAwait(false)
            ?? throw Reauthorize("nothing is stored for this user.", null);

        // Another process may have renewed while this one waited for the lock.
        if (stored.Token.AccessToken != old.AccessToken)
        {
            return stored.Token;
        }

        if (stored.Token.RefreshToken is not { } refreshToken)
        {
            throw Reauthorize("there is no refresh token.", null);
        }

        try
        {
            var renewed = await _oauth.RefreshAsync(refreshToken, CancellationToken.None).ConfigureAwait(false);
            return await StoreAsync(renewed, stored).ConfigureAwait(false);
        }
        catch (PinterestApiException error) when (IsRefusal(error))
        {
            return await SignedInMeanwhileAsync(stored).ConfigureAwait(false)
                ?? throw Reauthorize(Reason(error), error);
        }
    }

    private async Task<PinterestToken> StoreAsync(PinterestToken renewed, StoredToken old)
    {
        if (renewed.Scopes.Count == 0)
        {
            renewed = renewed with { Scopes = old.Token.Scopes };
        }

        if (!await _store.TryWriteAsync(User, renewed, old.Version, CancellationToken.None).ConfigureAwait(false))
        {
            // A sign-in was stored meanwhile, and it is newer.
            return await StoredTokenAsync(CancellationToken.None).ConfigureAwait(false) ?? renewed;
        }

        AnnounceEnd(renewed, _oauth.Time.GetUtcNow());
        return renewed;
    }

    // A new sign-in ends the old refresh token, so a refusal of the old one means nothing then.
    private async Task<PinterestToken?> SignedInMeanwhileAsync(StoredToken old)
    {
        var stored = await _store.ReadAsync(User, CancellationToken.None).ConfigureAwait(false);
        return stored is not null && stored.Version != old.Version ? stored.Token : null;
    }

    private async ValueTask<PinterestToken?> StoredTokenAsync(CancellationToken cancellationToken) =>
        (await _store.ReadAsync(User, cancellationToken).ConfigureAwait(false))?.Token;

    // The event is raised once for each refresh token.
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

    private PinterestReauthorizationRequiredException Reauthorize(string reason, Exception? inner)
    {
        ReauthorizationNeeded?.Invoke(this, new ReauthorizationEventArgs(User, null, isUrgent: true));
        return new PinterestReauthorizationRequiredException(User, reason, inner);
    }

    // Pinterest's word on the refresh token itself, unlike a failed connection, a 429 or a 500.
    private static bool IsRefusal(PinterestApiException error) =>
        error
            is PinterestBadRequestException
                or PinterestAuthenticationFailedException
                or PinterestForbiddenException
                or PinterestMissingScopeException;

    private static string Reason(PinterestApiException error)
    {
        var code = error.Code is { } number ? $", code {number}" : "";
        return $"Pinterest refused the refresh token ({(int)error.Status}{code}).";
    }
}
