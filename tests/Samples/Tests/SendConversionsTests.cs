using Pinterest.OpenApi;
using Samples.Tests.Support;

namespace Samples.Tests;

public sealed class SendConversionsTests
{
    [Fact]
    public async Task The_event_is_processed_and_the_address_is_sent_as_a_hash_only()
    {
        await using var stage = await Stage.StartAsync();
        using var output = new WatchedWriter();

        Assert.Equal(
            0,
            await SendConversions.RunAsync(stage.Options, output, "549755885175", " Ann@Example.com ", default)
        );

        Assert.Equal("Processed: 1 of 1 events.", output.ToString().TrimEnd());
        var request = Assert.Single(stage.Sandbox.Requests, request => request.OperationId == "events/create");
        Assert.DoesNotContain("example.com", request.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(PinterestHash.Email("ann@example.com"), request.Body, StringComparison.Ordinal);
    }
}
