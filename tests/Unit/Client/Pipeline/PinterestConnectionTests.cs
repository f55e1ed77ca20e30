using System.Net;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Pipeline;

/// <summary>What every call has in common.</summary>
public sealed class PinterestConnectionTests
{
    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.Created)]
    [InlineData(HttpStatusCode.PartialContent)]
    public async Task Every_2xx_is_a_success(HttpStatusCode status) =>
        Assert.Equal(
            "1",
            (await new FakePinterest().Replies("""{"id":"1"}""", status).Client.Pins.CreateAsync(new PinCreate())).Id
        );

    [Fact]
    public async Task A_delete_that_replies_with_a_body_is_a_success() =>
        await new FakePinterest().Replies("{}").Client.Pins.DeleteAsync("1");

    [Fact]
    public async Task A_cancelled_call_ends() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new FakePinterest().Client.Pins.GetAsync("1", cancellationToken: new CancellationToken(true))
        );

    [Fact]
    public async Task The_ad_account_fills_the_query_only_where_the_operation_has_it_and_the_call_does_not_set_it()
    {
        var pinterest = new FakePinterest();
        var client = pinterest.Client.With(o => o with { AdAccountId = "42" });

        await client.Pins.GetAsync("1");
        await client.Pins.GetAsync("1", adAccountId: "7");
        await client.AdAccounts.GetAsync("9");
        await client.UserAccount.ListFollowersAsync();

        Assert.Equal(
            ["?ad_account_id=42", "?ad_account_id=7", "", ""],
            pinterest.Requests.Select(sent => sent.Request.RequestUri!.Query)
        );
    }
}
