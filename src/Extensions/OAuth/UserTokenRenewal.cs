namespace Pinterest.OpenApi;

/// <summary>
/// Renews the token of one user, and stores what could not be stored before. It raises no event: all credentials that
/// wait for a renewal get the same outcome, and each raises its own.
/// </summary>
/// <remarks>
/// To renew is the decision that a new token is needed; to refresh is the HTTP call that trades the refresh token
/// for one. A renewal runs once for all callers (<see cref="SharedRenewal"/>), and refreshes under the lock of the
/// store.
/// </remarks>
internal sealed class UserTokenRenewal(PinterestOAuth oauth, CheckedTokenStore store, RenewalKey key)
{
    /// <summary>Joins the renewal that is under way, or starts one. It cannot be cancelled.</summary>
    /// <param name="old">The token to replace. When another one is stored by now, that one is the outcome.</param>
    /// <exception cref="PinterestReauthorizationRequiredException">The user must sign in again.</exception>
    public Task<Renewal> RunAsync(PinterestToken old) =>
        SharedRenewal.RunAsync(key, TokenKind.User, oauth.Logger, () => RefreshStoredAsync(old));

    /// <summary>Stores the token that could not be stored before, if there is one.</summary>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    /// <returns>The token that still is not stored, or null.</returns>
    public async ValueTask<Renewal?> SaveUnsavedAsync(CancellationToken cancellationToken)
    {
        if (UnsavedTokens.Find(key) is not { } unsaved)
        {
            return null;
        }

        try
        {
            var guard = await store.LockAsync(key.User, cancellationToken).ConfigureAwait(false);
            await using (guard.ConfigureAwait(false))
            {
                // Somebody else may have saved it, or a newer one, while this call waited for the lock.
                if (await FindAsync(guard).ConfigureAwait(false) == unsaved)
                {
                    await guard.SaveAsync(unsaved.Token).ConfigureAwait(false);
                    UnsavedTokens.Forget(key);
                    RenewalLog.TokenStoredLate(oauth.Logger);
                }
            }
        }
        catch (PinterestTokenStoreException)
        {
            // It was logged when the token was renewed. The next call tries again.
        }

        return UnsavedTokens.Find(key);
    }

    /// <summary>Makes the error of a user for whom only a new sign-in helps.</summary>
    public PinterestReauthorizationRequiredException SignInNeeded(string reason, Exception? inner = null) =>
        new(key.User, reason, inner);

    // Cannot be cancelled: a refresh that was sent may have ended the old refresh token, so its result must be stored.
    private async Task<Renewal> RefreshStoredAsync(PinterestToken old)
    {
        var guard = await store.LockAsync(key.User, CancellationToken.None).ConfigureAwait(false);
        await using (guard.ConfigureAwait(false))
        {
            var stored =
                await FindAsync(guard).ConfigureAwait(false) ?? throw SignInNeeded("no token is stored for this user.");

            // Another process may have renewed while this one waited for the lock.
            if (stored.Token.AccessToken != old.AccessToken)
            {
                return stored;
            }

            // The place of the new token is secured before the refresh ends the old one.
            var refreshToken =
                stored.Token.RefreshToken ?? throw SignInNeeded("the stored token has no refresh token.");
            await guard.PrepareAsync().ConfigureAwait(false);
            return await RefreshAsync(guard, stored, refreshToken).ConfigureAwait(false);
        }
    }

    private async Task<Renewal> RefreshAsync(CheckedTokenStore.Lock guard, Renewal old, string refreshToken)
    {
        try
        {
            var renewed = await oauth.RefreshAsync(refreshToken, CancellationToken.None).ConfigureAwait(false);
            return await StoreAsync(guard, renewed, old).ConfigureAwait(false);
        }
        catch (PinterestApiException error) when (RefreshRefusal.Is(error))
        {
            // A new sign-in ends the old refresh token, so a refusal of the old one means nothing then.
            var stored = await FindAsync(guard).ConfigureAwait(false);
            return stored is not null && stored.Token.AccessToken != old.Token.AccessToken
                ? stored
                : throw SignInNeeded(RefreshRefusal.Describe(error), error);
        }
    }

    private async Task<Renewal> StoreAsync(CheckedTokenStore.Lock guard, PinterestToken renewed, Renewal old)
    {
        if (renewed.Scopes.Count == 0)
        {
            renewed = renewed with { Scopes = old.Token.Scopes };
        }

        try
        {
            if (!await guard.SaveAsync(renewed).ConfigureAwait(false))
            {
                // A later holder of the lock has stored a token, and it is newer.
                return new Renewal(await guard.ReadAsync().ConfigureAwait(false) ?? renewed);
            }

            UnsavedTokens.Forget(key);
            return new Renewal(renewed);
        }
        catch (PinterestTokenStoreException error)
        {
            // The old token has ended, so the new one is kept. What a store's own error says may hold a token.
            var unsaved = new Renewal(renewed) { NotStored = error, InStore = old.InStore };
            UnsavedTokens.Keep(key, unsaved);
            RenewalLog.TokenNotStored(oauth.Logger, error.Message);
            return unsaved;
        }
    }

    // A token that could not be stored is newer than the stored one, unless somebody else has stored another since:
    // pina_1 could not take the place of pina_0. When the store has pina_0, pina_1 counts; when it has pina_7, that does.
    private async ValueTask<Renewal?> FindAsync(CheckedTokenStore.Lock guard)
    {
        var unsaved = UnsavedTokens.Find(key);
        try
        {
            var stored = await guard.ReadAsync().ConfigureAwait(false);
            if (unsaved is not null && (stored is null || stored.AccessToken == unsaved.InStore.AccessToken))
            {
                return unsaved;
            }

            UnsavedTokens.Forget(key);
            return stored is null ? null : new Renewal(stored);
        }
        catch (PinterestTokenStoreException) when (unsaved is not null)
        {
            // The token is at hand, whatever is wrong with the store.
            return unsaved;
        }
    }
}
