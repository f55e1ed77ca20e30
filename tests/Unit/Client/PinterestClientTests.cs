using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client;

/// <summary>One client serves many users.</summary>
public sealed class PinterestClientTests
{
    [Fact]
    public async Task Several_users_share_one_client()
    {
        var pinterest = new FakePinterest();
        var client = pinterest.Client;

        await client.ForUser(new StaticTokenCredential(new PinterestToken("pina_ann"))).Boards.ListAsync();
        await client.ForUser(new StaticTokenCredential(new PinterestToken("pina_bob"))).Boards.ListAsync();

        Assert.Equal(
            ["pina_ann", "pina_bob"],
            pinterest.Requests.Select(sent => sent.Request.Headers.Authorization!.Parameter)
        );
    }
}
