using System.Globalization;
using Pinterest.OpenApi;
using Pinterest.OpenApi.Models;

namespace Samples;

/// <summary>Sends a test event of a purchase. The email address leaves this machine as a hash only.</summary>
public static class SendConversions
{
    /// <summary>Runs the sample. Gives 0 when Pinterest processed the event.</summary>
    public static async Task<int> RunAsync(
        PinterestClientOptions options,
        TextWriter output,
        string adAccountId,
        string email,
        CancellationToken cancellationToken
    )
    {
        var pinterest = new PinterestClient(options);

        // Each value is brought into Pinterest's form, and only its SHA-256 is kept.
        var user = new ConversionUser { IpAddress = "192.0.2.1", UserAgent = "Mozilla/5.0" }.AddEmail(email);

        #region events
        var events = new ConversionEventsCreate
        {
            Data =
            [
                new()
                {
                    EventName = "checkout",
                    ActionSource = "web",
                    EventId = "order-7",
                    EventTime = options.TimeProvider.GetUtcNow().ToUnixTimeSeconds(),
                    UserData = user.ToUserData<ConversionEventsUserDataProperties>(),
                },
            ],
        };
        #endregion

        #region sending
        var sent = await pinterest.SendConversionEventsAsync(
            adAccountId,
            events,
            isTest: true,
            cancellationToken: cancellationToken
        );
        #endregion

        await output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"Processed: {sent.Processed} of {sent.Received} events.")
        );
        foreach (var problem in sent.Events.Select(result => result.Error ?? result.Warning).OfType<string>())
        {
            await output.WriteLineAsync(problem);
        }

        return sent.Processed == sent.Received ? 0 : 1;
    }
}
