using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi;

/// <summary>
/// One renewal at a time for each token. All callers that need it wait for the same one, and none of them owns it:
/// when a caller stops waiting, the renewal goes on. The whole process shares them, so that two clients for one
/// user do not end each other's refresh token.
/// </summary>
internal static class SharedRenewal
{
    private static readonly ConcurrentDictionary<RenewalKey, Lazy<Task<Renewal>>> Running = new();

    /// <summary>Joins the renewal that is under way, or starts one.</summary>
    /// <param name="key">What the renewal is for.</param>
    /// <param name="kind">Whom the token speaks for.</param>
    /// <param name="logger">Is told how it ended.</param>
    /// <param name="refresh">Gets the new token from Pinterest. Called only when no renewal is under way.</param>
    /// <returns>The new token. All who wait get the same object.</returns>
    public static Task<Renewal> RunAsync(RenewalKey key, TokenKind kind, ILogger logger, Func<Task<Renewal>> refresh)
    {
        var mine = new Lazy<Task<Renewal>>(() => StartAsync(key, kind, logger, refresh));
        return Running.GetOrAdd(key, mine).Value;
    }

    private static async Task<Renewal> StartAsync(
        RenewalKey key,
        TokenKind kind,
        ILogger logger,
        Func<Task<Renewal>> refresh
    )
    {
        // The renewal must keep nothing of its first caller, neither its context nor its thread.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var renewed = await refresh().ConfigureAwait(false);
            RenewalLog.TokenRenewed(logger, kind);
            PinterestTelemetry.TokenRenewals.Add(1);
            return renewed;
        }
        catch (Exception error)
        {
            RenewalLog.TokenRenewalFailed(logger, kind, Reason(error));
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

    // Without the message of the error: Pinterest may quote in it what was sent.
    private static string Reason(Exception error) =>
        error is PinterestApiException refusal
            ? ((int)refusal.Status).ToString(CultureInfo.InvariantCulture)
            : error.GetType().Name;
}
