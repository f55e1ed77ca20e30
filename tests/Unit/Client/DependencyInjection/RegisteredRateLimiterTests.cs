using Microsoft.Extensions.DependencyInjection;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.DependencyInjection;

public sealed class RegisteredRateLimiterTests
{
    private readonly Limiter _ofServices = new();
    private readonly Limiter _ofOptions = new();
    private readonly ServiceCollection _services = new();

    [Fact]
    public async Task A_client_asks_the_rate_limiter_of_the_services()
    {
        _services.AddSingleton<IRateLimiter>(_ofServices);
        await CallAsync(_services.AddPinterestClient(options => options.AccessToken = "a"), key: null);

        Assert.Equal(1, _ofServices.Asked);
    }

    [Fact]
    public async Task A_rate_limiter_of_the_options_comes_first()
    {
        _services.AddSingleton<IRateLimiter>(_ofServices);
        var client = _services.AddPinterestClient(options =>
        {
            options.AccessToken = "a";
            options.RateLimiter = _ofOptions;
        });
        await CallAsync(client, key: null);

        Assert.Equal((0, 1), (_ofServices.Asked, _ofOptions.Asked));
    }

    [Fact]
    public async Task A_client_with_a_name_asks_the_one_with_its_key_and_no_other()
    {
        var other = new Limiter();
        _services.AddSingleton<IRateLimiter>(other);
        _services.AddKeyedSingleton<IRateLimiter>("ads", _ofServices);
        await CallAsync(_services.AddPinterestClient("ads", options => options.AccessToken = "a"), "ads");
        await CallAsync(_services.AddPinterestClient("pins", options => options.AccessToken = "a"), "pins");

        Assert.Equal((1, 0), (_ofServices.Asked, other.Asked));
    }

    private async Task CallAsync(IHttpClientBuilder client, string? key)
    {
        var pinterest = new FakePinterest().Replies("{\"id\":\"7\"}");
        client.ConfigurePrimaryHttpMessageHandler(() => pinterest);
        await using var provider = _services.BuildServiceProvider();
        var made = key is null
            ? provider.GetRequiredService<IPinterestClient>()
            : provider.GetRequiredKeyedService<IPinterestClient>(key);
        await made.Boards.GetAsync("7");
    }

    private sealed class Limiter : IRateLimiter
    {
        public int Asked { get; private set; }

        public ValueTask<RateLimitTurn> ReserveAsync(RateLimitedCall call, CancellationToken cancellationToken)
        {
            Asked++;
            return default;
        }

        public void Learn(RateLimitedCall call, RateLimitState state, bool wasRefused) { }

        public IReadOnlyDictionary<string, RateLimitState> LastSaid(RateLimitedUser user) =>
            new Dictionary<string, RateLimitState>();
    }
}
