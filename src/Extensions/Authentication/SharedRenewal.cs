using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi;

/// <summary>
/// One renewal at a time for each token, shared by all who need it and owned by none of them: a caller may stop waiting, the
/// renewal goes on. Shared by the whole process, so that two clients for one user do not end each other's refresh token.
/// </summary>
internal static class SharedRenewal
{
    private static readonly ConcurrentDictionary<RenewalKey, Lazy<Task<PinterestToken>>> Running = new();

    public static Task<PinterestToken> RunAsync(
        RenewalKey key,
        TokenKind kind,
        ILogger logger,
        Func<Task<PinterestToken>> renew
    )
    {
        var mine = new Lazy<Task<PinterestToken>>(() => StartAsync(key, kind, logger, renew));
        return Running.GetOrAdd(key, mine).Value;
    }

    private static async Task<PinterestToken> StartAsync(
        RenewalKey key,
        TokenKind kind,
        ILogger logger,
        Func<Task<PinterestToken>> renew
    )
    {
        // Nothing of the first caller may go along: neither its context nor its thread.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var renewed = await renew().ConfigureAwait(false);
            PinterestLog.TokenRenewed(logger, kind);
            PinterestTelemetry.TokenRenewals.Add(1);
            return renewed;
        }
        catch (Exception error)
        {
            PinterestLog.TokenRenewalFailed(
                logger,
                kind,
                error is PinterestApiException refusal ? $"{(int)refusal.Status}" : error.GetType().Name
            );
            PinterestTelemetry.TokenRenewals.Add(
                1,
                new KeyValuePair<string, object?>(PinterestTelemetry.ErrorTag, error.GetType().FullName)
            );
            throw;
        }
        finally
        {
            Running.TryRemove(key, out _);
        }
    }
}

/// <summary>What a renewal is for: the environment, the app and the user.</summary>
internal sealed record RenewalKey(Uri Environment, string App, string User);
