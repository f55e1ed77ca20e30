using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Pinterest.OpenApi.Mcp.SignIn;

/// <summary>
/// The metadata and keys of the issuer. They are fetched at the first token, again after an hour, and when no known key
/// made a signature, at most every 30 seconds. When that fails, those that are known go on to count. The library's own
/// ConfigurationManager fetches a new key beside the check, so that the first token of each new key would be refused.
/// </summary>
/// <param name="authority">The address of the issuer.</param>
/// <param name="time">The clock.</param>
internal sealed class IssuerKeys(string authority, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromHours(1);
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    private readonly IssuerDocuments _documents = new();
    private readonly IssuerMetadata _metadata = new();
    private readonly SemaphoreSlim _one = new(1);
    private Known? _known;
    private Failure? _failure;
    private long? _refreshed;

    /// <summary>Gets what is known, and fetches it where it is not or is old.</summary>
    /// <exception cref="IssuerAwayException">It cannot be had. For 5 seconds afterwards nobody tries again, so that
    /// strangers cannot make this server knock without end.</exception>
    public async Task<OpenIdConnectConfiguration> GetAsync(CancellationToken cancellationToken)
    {
        if (Young() is { } known)
        {
            return known;
        }

        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return Young() ?? await FetchAsync().ConfigureAwait(false);
        }
        catch (IssuerAwayException) when (_known is { } old)
        {
            return old.Configuration;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Gets something newer, for a token whose signature is of no known key.</summary>
    /// <param name="tried">What the token was checked with.</param>
    /// <param name="cancellationToken">Ends the wait for others.</param>
    /// <returns>Something newer, or null where there is none, or where it was asked for less than 30 seconds ago.</returns>
    public async Task<OpenIdConnectConfiguration?> RefreshAsync(
        OpenIdConnectConfiguration tried,
        CancellationToken cancellationToken
    )
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_known is { } known && !ReferenceEquals(known.Configuration, tried))
            {
                return known.Configuration;
            }

            if (_refreshed is { } at && time.GetElapsedTime(at) < LeastPause)
            {
                return null;
            }

            _refreshed = time.GetTimestamp();
            return await FetchAsync().ConfigureAwait(false);
        }
        catch (IssuerAwayException)
        {
            return null;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _documents.Dispose();
        _one.Dispose();
    }

    private OpenIdConnectConfiguration? Young() =>
        _known is { } known && time.GetElapsedTime(known.At) < Age ? known.Configuration : null;

    // All callers share what it brings, so that none of them may end it; the limit of each document does.
    private async Task<OpenIdConnectConfiguration> FetchAsync()
    {
        if (_failure is { } last && time.GetElapsedTime(last.At) < PauseAfterFailure)
        {
            throw Away(last, null);
        }

        try
        {
            var fetched = await _metadata
                .GetConfigurationAsync(authority, _documents, CancellationToken.None)
                .ConfigureAwait(false);
            _known = new Known(fetched, time.GetTimestamp());
            _failure = null;
            return fetched;
        }
        catch (IOException error)
        {
            var failure = new Failure(error.Message, time.GetTimestamp());
            _failure = failure;
            throw Away(failure, error);
        }
    }

    private IssuerAwayException Away(Failure failure, Exception? error) =>
        new($"The issuer {authority} cannot be used now: {failure.Reason}", error);

    private sealed record Known(OpenIdConnectConfiguration Configuration, long At);

    private sealed record Failure(string Reason, long At);
}
