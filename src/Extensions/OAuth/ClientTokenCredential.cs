namespace Pinterest.OpenApi;

/// <summary>
/// The token of the app itself (client credentials). It is renewed before it expires. It is kept in memory only,
/// because a new one is always available.
/// </summary>
public sealed class ClientTokenCredential : PinterestCredential
{
    private static readonly TimeSpan RenewalMargin = TimeSpan.FromMinutes(5);

    private readonly PinterestOAuth _oauth;
    private readonly IReadOnlyList<string> _scopes;
    private readonly RenewalKey _key;
    private volatile PinterestToken? _current;

    /// <summary>Makes a credential.</summary>
    /// <param name="oauth">Requests tokens.</param>
    /// <param name="scopes">The scopes to request.</param>
    public ClientTokenCredential(PinterestOAuth oauth, IEnumerable<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(oauth);
        ArgumentNullException.ThrowIfNull(scopes);
        _oauth = oauth;
        _scopes = [.. scopes];

        // Whoever does not know the secret must not get the token of somebody who does. The key must not keep it.
        var secret = RenewalKey.SharedText(oauth.App.Secret);
        _key = new RenewalKey(oauth.BaseAddress, oauth.App.Id, secret, string.Join(',', _scopes));
    }

    /// <inheritdoc/>
    public override TokenKind Kind => TokenKind.Client;

    internal override Uri? Environment => _oauth.BaseAddress;

    internal override RenewalKey? RenewalKey => _key;

    /// <inheritdoc/>
    public override async ValueTask<PinterestToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        if (_current is { } token && !token.NeedsRenewal(_oauth.Time.GetUtcNow(), RenewalMargin))
        {
            return token;
        }

        return await RenewSharedAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
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

        return await RenewSharedAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<PinterestToken> RenewSharedAsync()
    {
        var renewal = await SharedRenewal.RunAsync(_key, Kind, _oauth.Logger, RequestAsync).ConfigureAwait(false);
        _current = renewal.Token;
        return renewal.Token;
    }

    private async Task<Renewal> RequestAsync() =>
        new(await _oauth.GetClientTokenAsync(_scopes, CancellationToken.None).ConfigureAwait(false));
}
