using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.DependencyInjection;

public sealed class PinterestClientOptionsBuilderTests
{
    [Fact]
    public async Task A_client_is_registered_with_options_that_are_set()
    {
        var pinterest = new FakePinterest().Replies("""{"id":"7"}""");
        var services = new ServiceCollection();
        services
            .AddPinterestClient(options =>
            {
                options.BaseAddress = PinterestClientOptions.Sandbox;
                options.AccessToken = "pina_a";
            })
            .ConfigurePrimaryHttpMessageHandler(() => pinterest);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IPinterestClient>().Boards.GetAsync("7");

        var request = Assert.Single(pinterest.Requests).Request;
        Assert.Equal("api-sandbox.pinterest.com", request.RequestUri!.Host);
        Assert.Equal("Bearer pina_a", request.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task A_named_client_is_registered_with_options_that_are_set()
    {
        var pinterest = new FakePinterest().Replies("""{"id":"7"}""");
        var services = new ServiceCollection();
        services
            .AddPinterestClient("ads", options => options.AccessToken = "pina_ads")
            .ConfigurePrimaryHttpMessageHandler(() => pinterest);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IPinterestClient>("ads").Boards.GetAsync("7");

        Assert.Null(provider.GetService<IPinterestClient>());
        Assert.Equal("pina_ads", Assert.Single(pinterest.Requests).Request.Headers.Authorization!.Parameter);
    }

    [Fact]
    public void Wrong_options_stop_the_start_and_each_is_named()
    {
        var services = new ServiceCollection();
        services.AddPinterestClient(options =>
        {
            options.AccessToken = "two\nlines";
            options.Retry = new PinterestRetryOptions { MaxRetries = 11 };
        });
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() =>
            provider.GetRequiredService<IStartupValidator>().Validate()
        );

        Assert.Equal(
            ["AccessToken is empty or contains an invalid character.", "Retry.MaxRetries is 11; it must be 0 to 10."],
            error.Failures
        );
    }

    [Fact]
    public void Every_option_can_be_set()
    {
        var builder = new PinterestClientOptionsBuilder(new PinterestClientOptions());
        var options = typeof(PinterestClientOptions)
            .GetProperties()
            .Where(property => property.GetMethod is { IsStatic: false, IsPublic: true })
            .ToList();
        var other = new PinterestClientOptions
        {
            BaseAddress = PinterestClientOptions.Sandbox,
            App = new PinterestApp("17", "hush"),
            Credential = new StaticTokenCredential(new PinterestToken("pina_a")),
            ConversionToken = "conversions",
            CheckScopes = false,
            CheckMedia = false,
            AdAccountId = "549",
            Retry = new PinterestRetryOptions { MaxRetries = 5 },
            AttemptTimeout = TimeSpan.FromSeconds(10),
            Timeout = TimeSpan.FromMinutes(5),
            AccessTier = AccessTier.Trial,
            MaxRateLimitWait = TimeSpan.Zero,
            RateLimiter = new NoRateLimiter(),
            MaxResponseBytes = 4096,
            OnResponse = _ => { },
            LoggerFactory = Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance,
            TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(),
        };

        // The token and the credential take each other's place, and the token has a test of its own.
        foreach (var option in options.Where(option => option.Name != "AccessToken"))
        {
            var same = typeof(PinterestClientOptionsBuilder).GetProperty(option.Name);
            Assert.True(same is { CanWrite: true } && same.PropertyType == option.PropertyType, option.Name);
            same.SetValue(builder, option.GetValue(other));
            Assert.Equal(option.GetValue(other), same.GetValue(builder));
        }

        Assert.Equal(other, builder.Build());
        Assert.Equal(new PinterestClientOptions().AccessToken, builder.AccessToken);
    }

    [Fact]
    public void Setting_the_token_takes_the_place_of_the_credential()
    {
        var builder = new PinterestClientOptionsBuilder(new PinterestClientOptions())
        {
            Credential = new StaticTokenCredential(new PinterestToken("pina_a")),
        };

        builder.AccessToken = "pina_b";

        Assert.Null(builder.Credential);
        Assert.DoesNotContain("pina_b", builder.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pina_b", System.Text.Json.JsonSerializer.Serialize(builder), StringComparison.Ordinal);
    }

    private sealed class NoRateLimiter : IRateLimiter
    {
        public ValueTask<RateLimitTurn> ReserveAsync(RateLimitedCall call, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public void Learn(RateLimitedCall call, RateLimitState state, bool wasRefused) =>
            throw new NotSupportedException();

        public IReadOnlyDictionary<string, RateLimitState> LastSaid(RateLimitedUser user) =>
            throw new NotSupportedException();
    }
}
