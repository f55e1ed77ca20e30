using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <content>Calls that this version has no method for.</content>
public sealed partial class PinterestClient
{
    /// <summary>Sends a call that this version has no method for, and returns the JSON of the response.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The JSON; an empty object when the response has no content.</returns>
    /// <exception cref="ArgumentException">The call is invalid, for example its path.</exception>
    /// <exception cref="PinterestApiException">Pinterest returned an error, or a response that is not JSON.</exception>
    /// <exception cref="PinterestConnectionException">Pinterest could not be reached, or the connection broke.</exception>
    /// <exception cref="PinterestTimeoutException">Pinterest did not respond in time.</exception>
    public Task<JToken> SendAsync(PinterestRawCall call, CancellationToken cancellationToken = default) =>
        SendAsync<JToken>(call, cancellationToken);

    /// <summary>Sends a call that this version has no method for, and reads its response as a model.</summary>
    /// <typeparam name="T">A model, a union, an open enum, or a list or dictionary of them.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The response of Pinterest.</returns>
    /// <exception cref="ArgumentException">The call is invalid, for example its path.</exception>
    /// <exception cref="PinterestApiException">Pinterest returned an error, or a response that is not JSON of that
    /// type.</exception>
    /// <exception cref="PinterestConnectionException">Pinterest could not be reached, or the connection broke.</exception>
    /// <exception cref="PinterestTimeoutException">Pinterest did not respond in time.</exception>
    public Task<T> SendAsync<T>(PinterestRawCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _connection.SendAsync<T>(call.ToRequest(), cancellationToken);
    }
}
