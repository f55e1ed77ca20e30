using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;
using Polly;

namespace Pinterest.OpenApi.Unit.Client.DependencyInjection;

/// <summary>The resilience that an app gives to all of its HTTP clients never creates a thing twice.</summary>
public sealed class ForeignHandlersTests
{
    private int _requests;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_resilience_of_all_clients_is_left_out_of_a_registered_client(bool isBefore)
    {
        await using var server = await StartAsync();
        var services = new ServiceCollection();
        if (isBefore)
        {
            services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler(AtOnce));
        }

        services.AddPinterestClient(_ => Options(server));
        if (!isBefore)
        {
            services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler(AtOnce));
        }

        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<PinterestServerException>(() => CreateAsync(provider));
        Assert.Equal(1, _requests);
    }

    [Fact]
    public async Task Other_handlers_of_all_clients_stay()
    {
        await using var server = await StartAsync();
        var seen = new CountingHandler();
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => seen));
        services.AddPinterestClient(_ => Options(server));
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<PinterestServerException>(() => CreateAsync(provider));
        Assert.Equal(1, seen.Requests);
    }

    [Fact]
    public async Task Resilience_that_is_added_on_purpose_cannot_repeat_a_creation()
    {
        await using var server = await StartAsync();
        var services = new ServiceCollection();
        services.AddPinterestClient(_ => Options(server)).AddStandardResilienceHandler(AtOnce);
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<PinterestSentOnceException>(() => CreateAsync(provider));
        Assert.Equal(1, _requests);
    }

    [Fact]
    public async Task Hedging_that_is_added_on_purpose_cannot_repeat_a_creation()
    {
        await using var server = await StartAsync();
        var services = new ServiceCollection();
        services.AddPinterestClient(_ => Options(server)).AddStandardHedgingHandler();
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<PinterestSentOnceException>(() => CreateAsync(provider));
        Assert.Equal(1, _requests);
    }

    private static Task<Board> CreateAsync(IServiceProvider provider) =>
        provider.GetRequiredService<IPinterestClient>().Boards.CreateAsync(new BoardCreate());

    private static void AtOnce(HttpStandardResilienceOptions options)
    {
        options.Retry.Delay = TimeSpan.Zero;
        options.Retry.BackoffType = DelayBackoffType.Constant;
    }

    private static PinterestClientOptions Options(LoopbackServer server) =>
        new() { BaseAddress = server.Address, AccessToken = "pina_test" };

    private Task<LoopbackServer> StartAsync() =>
        LoopbackServer.StartAsync(context =>
        {
            Interlocked.Increment(ref _requests);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });

    private sealed class CountingHandler : DelegatingHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Requests++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
