using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.DependencyInjection;

public sealed class PinterestServiceCollectionExtensionsTests
{
    [Fact]
    public async Task A_registered_client_goes_through_the_handlers_of_the_factory()
    {
        var pinterest = new FakePinterest().Replies("""{"id":"7"}""");
        var services = new ServiceCollection();
        services
            .AddPinterestClient(_ => new PinterestClientOptions { AccessToken = "pina_a" })
            .ConfigurePrimaryHttpMessageHandler(() => pinterest);
        await using var provider = services.BuildServiceProvider();

        var client = provider.GetRequiredService<IPinterestClient>();

        Assert.Equal("7", (await client.Boards.GetAsync("7")).Id);
        Assert.Same(client, provider.GetRequiredService<PinterestClient>());
        Assert.Equal("Bearer pina_a", pinterest.Requests[0].Request.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task Named_clients_have_options_and_handlers_of_their_own()
    {
        var (first, second) = (new FakePinterest(), new FakePinterest());
        var services = new ServiceCollection();
        services
            .AddPinterestClient("production", _ => new PinterestClientOptions { AccessToken = "a" })
            .ConfigurePrimaryHttpMessageHandler(() => first);
        services
            .AddPinterestClient(
                "sandbox",
                _ => new PinterestClientOptions { AccessToken = "b", BaseAddress = PinterestClientOptions.Sandbox }
            )
            .ConfigurePrimaryHttpMessageHandler(() => second);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IPinterestClient>("production").Boards.ListAsync();
        await provider.GetRequiredKeyedService<PinterestClient>("sandbox").Boards.ListAsync();

        Assert.Equal("api.pinterest.com", Assert.Single(first.Requests).Request.RequestUri!.Host);
        Assert.Equal("api-sandbox.pinterest.com", Assert.Single(second.Requests).Request.RequestUri!.Host);
    }

    [Fact]
    public void Wrong_options_stop_the_start_with_all_that_is_wrong()
    {
        var services = new ServiceCollection();
        services.AddPinterestClient(_ => new PinterestClientOptions
        {
            AccessToken = "",
            BaseAddress = new Uri("http://example.com"),
            MaxRateLimitWait = TimeSpan.FromSeconds(-1),
        });
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() =>
            provider.GetRequiredService<IStartupValidator>().Validate()
        );

        Assert.Equal(3, error.Failures.Count());
    }
}
