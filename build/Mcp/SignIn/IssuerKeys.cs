using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Pinterest.OpenApi.Mcp.SignIn;

/// <summary>
/// The metadata and keys of the issuer. They are fetched at the first token, again after an hour, and when a token names
/// a key that is not known, at most every 30 seconds. When that fails, those that are known go on to count.
/// </summary>
internal sealed class IssuerKeys : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromHours(1);
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    // Otherwise the library fetches new keys beside the check, so that the first token of each new key is refused.
    static IssuerKeys() => AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);

    private readonly IssuerDocuments _documents = new();
    private readonly string _authority;
    private readonly TimeProvider _time;
    private Failure? _failure;

    public IssuerKeys(string authority, TimeProvider time)
    {
        _authority = authority;
        _time = time;
        Manager = new ConfigurationManager<OpenIdConnectConfiguration>(authority, new IssuerMetadata(), _documents)
        {
            AutomaticRefreshInterval = Age,
            RefreshInterval = LeastPause,
        };
    }

    /// <summary>Gets what the library checks tokens with.</summary>
    public ConfigurationManager<OpenIdConnectConfiguration> Manager { get; }

    /// <summary>Waits until the keys are known.</summary>
    /// <exception cref="IssuerAwayException">They cannot be had. For 5 seconds afterwards nobody tries again, so that
    /// strangers cannot make this server knock without end.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (_failure is { } last && _time.GetElapsedTime(last.At) < PauseAfterFailure)
        {
            throw Away(last, null);
        }

        try
        {
            // All callers share one fetch, so that none of them may end it.
            await Manager
                .GetConfigurationAsync(CancellationToken.None)
                .WaitAsync(cancellationToken)
                .ConfigureAwait(false);
            _failure = null;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            // The library wraps what the documents say of themselves.
            var known = error as IOException ?? error.InnerException as IOException;
            var failure = new Failure(_time.GetTimestamp(), known?.Message ?? error.GetBaseException().GetType().Name);
            _failure = failure;
            throw Away(failure, error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _documents.Dispose();

    private IssuerAwayException Away(Failure failure, Exception? error) =>
        new($"The issuer {_authority} cannot be used now: {failure.Reason}", error);

    private sealed record Failure(long At, string Reason);
}
