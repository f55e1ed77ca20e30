using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi;

/// <content>Conversion events.</content>
public sealed partial class PinterestClient
{
    /// <summary>
    /// Sends conversion events after a check: each user can be matched, and all personal data are hashed. Nothing is
    /// sent when an event fails the check.
    /// </summary>
    /// <typeparam name="T">The model of the request: the body of the operation events/create.</typeparam>
    /// <param name="adAccountId">The ad account.</param>
    /// <param name="events">The events, 1 to 1,000. <see cref="ConversionUser"/> makes the data of their users.</param>
    /// <param name="isTest">Whether Pinterest only checks the events and does not count them.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The number of accepted events, and the problems of each event.</returns>
    /// <exception cref="ArgumentException">An event fails the check. The message lists all problems and quotes no
    /// personal data.</exception>
    /// <exception cref="PinterestApiException">Pinterest rejected the call.</exception>
    public async Task<ConversionResult> SendConversionEventsAsync<T>(
        string adAccountId,
        T events,
        bool isTest = false,
        CancellationToken cancellationToken = default
    )
        where T : PinterestModel
    {
        ArgumentException.ThrowIfNullOrEmpty(adAccountId);
        ConversionCheck.Validate(events);
        var request = new PinterestRequest(Operations.Find("events/create")) { ExpectedJson = JTokenType.Object };
        request.Add("ad_account_id", adAccountId);
        request.Add("test", isTest ? "true" : null);
        request.SetBody(events);
        var response = await _connection.SendAsync<JToken>(request, cancellationToken).ConfigureAwait(false);
        return new ConversionResult(response);
    }
}
