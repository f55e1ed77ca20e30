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

    // 24,855 days are more than a timer of .NET can wait, too.
    [Theory]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("2147483647")]
    public async Task A_wait_that_a_handler_cannot_wait_is_an_error_of_the_client(string retryAfter)
    {
        var pinterest = new FakePinterest().Replies(
            "{}",
            System.Net.HttpStatusCode.TooManyRequests,
            headers: ("Retry-After", retryAfter)
        );
        var services = new ServiceCollection();
        services
            .AddPinterestClient(_ => new PinterestClientOptions
            {
                AccessToken = "pina_test",
                Retry = new PinterestRetryOptions { MaxRetries = 0 },
            })
            .ConfigurePrimaryHttpMessageHandler(() => pinterest)
            .AddStandardResilienceHandler(options =>
                options.TotalRequestTimeout = new() { Timeout = TimeSpan.FromHours(23) }
            );
        await using var provider = services.BuildServiceProvider();

        var error = await Assert.ThrowsAsync<PinterestConnectionException>(() => CreateAsync(provider));

        Assert.Contains(
            "a handler of the HttpClient failed with ArgumentOutOf",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Single(pinterest.Requests);
    }

    private static Task<Board> CreateAsync(IServiceProvider provider) =>
        provider.GetRequiredService<IPinterestClient>().Boards.CreateAsync(new BoardCreate { Name = "Kitchens" });

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
