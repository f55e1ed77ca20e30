using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <content>Calls that this version has no method for.</content>
public sealed partial class PinterestClient
{
    /// <summary>Sends a call that this version has no method for, and gives the JSON of the response.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The JSON; an empty object when the response has no content.</returns>
    /// <exception cref="ArgumentException">Something is wrong with the call: its path leads elsewhere, for example.</exception>
    /// <exception cref="PinterestApiException">Pinterest replied with an error, or with something other than
    /// JSON.</exception>
    /// <exception cref="PinterestConnectionException">Pinterest could not be reached, or the connection broke.</exception>
    /// <exception cref="PinterestTimeoutException">Pinterest did not reply in time.</exception>
    public Task<JToken> SendAsync(PinterestRawCall call, CancellationToken cancellationToken = default) =>
        SendAsync<JToken>(call, cancellationToken);

    /// <summary>Sends a call that this version has no method for, and reads its response as a model.</summary>
    /// <typeparam name="T">A model, a union, an open enum, or a list or dictionary of them.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What Pinterest replied.</returns>
    /// <exception cref="ArgumentException">Something is wrong with the call: its path leads elsewhere, for example.</exception>
    /// <exception cref="PinterestApiException">Pinterest replied with an error, or with something other than
    /// JSON of that type.</exception>
    /// <exception cref="PinterestConnectionException">Pinterest could not be reached, or the connection broke.</exception>
    /// <exception cref="PinterestTimeoutException">Pinterest did not reply in time.</exception>
    public Task<T> SendAsync<T>(PinterestRawCall call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return _connection.SendAsync<T>(call.ToRequest(), cancellationToken);
    }
}
