using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.DependencyInjection;

public sealed class PinterestClientConfigurationTests
{
    [Fact]
    public void Every_key_of_the_section_becomes_its_option()
    {
        var options = Read(
            ("Pinterest:BaseAddress", "https://api-sandbox.pinterest.com/v5"),
            ("Pinterest:AccessToken", "pina_a"),
            ("Pinterest:App:Id", "17"),
            ("Pinterest:App:Secret", "hush"),
            ("Pinterest:ConversionToken", "conversions"),
            ("Pinterest:CheckScopes", "False"),
            ("Pinterest:AdAccountId", "549"),
            ("Pinterest:Retry:MaxRetries", "5"),
            ("Pinterest:Retry:BaseDelay", "00:00:00.25"),
            ("Pinterest:Retry:MaxDelay", "00:01:00"),
            ("Pinterest:Retry:ReplayCreations", "true"),
            ("Pinterest:AttemptTimeout", "00:00:10"),
            ("Pinterest:Timeout", "00:05:00"),
            ("Pinterest:AccessTier", "trial"),
            ("Pinterest:MaxRateLimitWait", "00:00:00"),
            ("Pinterest:MaxResponseBytes", "4096")
        );

        Assert.Equal(
            new PinterestClientOptions
            {
                BaseAddress = PinterestClientOptions.Sandbox,
                AccessToken = "pina_a",
                App = new PinterestApp("17", "hush"),
                ConversionToken = "conversions",
                CheckScopes = false,
                AdAccountId = "549",
                Retry = new PinterestRetryOptions
                {
                    MaxRetries = 5,
                    BaseDelay = TimeSpan.FromSeconds(0.25),
                    MaxDelay = TimeSpan.FromMinutes(1),
                    ReplayCreations = true,
                },
                AttemptTimeout = TimeSpan.FromSeconds(10),
                Timeout = TimeSpan.FromMinutes(5),
                AccessTier = AccessTier.Trial,
                MaxRateLimitWait = TimeSpan.Zero,
                MaxResponseBytes = 4096,
            },
            options
        );
    }

    [Fact]
    public void Every_option_that_is_a_value_has_a_key()
    {
        // The others are services of the app, which no text can name.
        string[] services = ["Credential", "RateLimiter", "OnResponse", "LoggerFactory", "TimeProvider"];
        var configuration = new AskedConfiguration();

        PinterestClientConfiguration.Read(
            configuration,
            new PinterestClientOptionsBuilder(new PinterestClientOptions())
        );

        Assert.Equal(
            typeof(PinterestClientOptions)
                .GetProperties()
                .Where(property => property.GetMethod is { IsStatic: false })
                .Select(property => property.Name)
                .Except(services)
                .Order(StringComparer.Ordinal),
            configuration.Asked.Select(key => key.Split(':')[0]).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Keys_that_are_absent_leave_the_defaults_and_keys_of_the_app_are_ignored() =>
        Assert.Equal(
            new PinterestClientOptions { AccessToken = "pina_a" },
            Read(("Pinterest:AccessToken", "pina_a"), ("Pinterest:BoardId", "7"))
        );

    [Fact]
    public void The_app_may_set_more_options_after_those_of_the_section()
    {
        var credential = new StaticTokenCredential(new PinterestToken("pina_service"));
        var services = new ServiceCollection();
        services.AddSingleton<PinterestCredential>(credential);
        services.AddPinterestClient(
            Section(("Pinterest:AccessToken", "pina_a"), ("Pinterest:AdAccountId", "549")),
            (provider, options) => options.Credential = provider.GetRequiredService<PinterestCredential>()
        );
        using var provider = services.BuildServiceProvider();

        var options = OptionsOf(provider, "Pinterest.OpenApi");

        Assert.Same(credential, options.Credential);
        Assert.Equal((null, "549"), (options.AccessToken, options.AdAccountId));
    }

    [Fact]
    public void What_cannot_be_read_stops_the_start_and_names_each_key_but_no_value()
    {
        var services = new ServiceCollection();
        services.AddPinterestClient(
            Section(
                ("Pinterest:BaseAddress", "secret-a"),
                ("Pinterest:CheckScopes", "secret-b"),
                ("Pinterest:AccessTier", "7"),
                ("Pinterest:AttemptTimeout", "30"),
                ("Pinterest:Retry:MaxRetries", "secret-d"),
                ("Pinterest:Retry:ReplayCreations", "secret-e"),
                ("Pinterest:MaxResponseBytes", "64 MiB")
            )
        );
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() =>
            provider.GetRequiredService<IStartupValidator>().Validate()
        );

        Assert.Equal(
            [
                "Pinterest:BaseAddress is not an address with its scheme.",
                "Pinterest:AccessTier is not Standard or Trial or Unlimited.",
                "Pinterest:CheckScopes is not true or false.",
                "Pinterest:AttemptTimeout is not a time such as 00:00:30 (hours, minutes, seconds).",
                "Pinterest:MaxResponseBytes is not a whole number.",
                "Pinterest:Retry:MaxRetries is not a whole number.",
                "Pinterest:Retry:ReplayCreations is not true or false.",
            ],
            error.Failures
        );
    }

    [Theory]
    [InlineData("00:00:30", 30)]
    [InlineData("23:59:59", 86399)]
    [InlineData("24:00:00", 86400)]
    [InlineData("25:00:00", 90000)]
    [InlineData("0:30", 1800)]
    [InlineData("1.01:00:00", 90000)]
    public void Hours_beyond_23_are_hours(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(("Pinterest:MaxRateLimitWait", text)).MaxRateLimitWait);

    [Fact]
    public void A_time_that_cannot_be_read_is_named_once()
    {
        var services = new ServiceCollection();
        services.AddPinterestClient(Section(("Pinterest:Timeout", "5"), ("Pinterest:AccessTier", "2")));
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() =>
            provider.GetRequiredService<IStartupValidator>().Validate()
        );

        Assert.Equal(
            [
                "Pinterest:AccessTier is not Standard or Trial or Unlimited.",
                "Pinterest:Timeout is not a time such as 00:00:30 (hours, minutes, seconds).",
            ],
            error.Failures
        );
    }

    [Fact]
    public void A_section_that_is_not_there_stops_the_start()
    {
        var services = new ServiceCollection();
        services.AddPinterestClient(Section());
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() =>
            provider.GetRequiredService<IStartupValidator>().Validate()
        );

        Assert.Equal(
            [
                "The configuration has no section 'Pinterest', or the section has no keys. Nothing else provides a token. "
                    + "Add the section, or set a token or a credential.",
            ],
            error.Failures
        );
    }

    [Fact]
    public void A_value_out_of_its_range_names_the_option_and_the_section()
    {
        var services = new ServiceCollection();
        services.AddPinterestClient(Section(("Pinterest:Retry:MaxRetries", "11"), ("Pinterest:AccessToken", "")));
        using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() =>
            provider.GetRequiredService<IStartupValidator>().Validate()
        );

        Assert.Equal(2, error.Failures.Count());
        Assert.All(
            error.Failures,
            failure => Assert.EndsWith(" (options of the section 'Pinterest')", failure, StringComparison.Ordinal)
        );
        Assert.Contains(
            error.Failures,
            failure => failure.StartsWith("Retry.MaxRetries is 11", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Named_clients_read_sections_of_their_own()
    {
        var (first, second) = (new FakePinterest(), new FakePinterest());
        var services = new ServiceCollection();
        services
            .AddPinterestClient("ads", Section(("Pinterest:AccessToken", "pina_ads")))
            .ConfigurePrimaryHttpMessageHandler(() => first);
        services
            .AddPinterestClient("pins", Section(("Pinterest:AccessToken", "pina_pins")))
            .ConfigurePrimaryHttpMessageHandler(() => second);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IPinterestClient>("ads").Boards.ListAsync();
        await provider.GetRequiredKeyedService<IPinterestClient>("pins").Boards.ListAsync();

        Assert.Equal("pina_ads", Assert.Single(first.Requests).Request.Headers.Authorization!.Parameter);
        Assert.Equal("pina_pins", Assert.Single(second.Requests).Request.Headers.Authorization!.Parameter);
    }

    private static PinterestClientOptions Read(params (string Key, string Value)[] values)
    {
        var services = new ServiceCollection();
        services.AddPinterestClient(Section(values));
        using var provider = services.BuildServiceProvider();
        return OptionsOf(provider, "Pinterest.OpenApi");
    }

    private static PinterestClientOptions OptionsOf(IServiceProvider provider, string name) =>
        provider.GetRequiredService<IOptionsMonitor<PinterestClientRegistration>>().Get(name).Options;

    private static IConfigurationSection Section(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(values.ToDictionary(pair => pair.Key, pair => (string?)pair.Value))
            .Build()
            .GetSection("Pinterest");

    // Has nothing, and keeps which keys it was asked for.
    private sealed class AskedConfiguration : IConfiguration
    {
        public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

        public string? this[string key]
        {
            get
            {
                Asked.Add(key);
                return null;
            }
            set => throw new NotSupportedException();
        }

        public IEnumerable<IConfigurationSection> GetChildren() => [];

        public Microsoft.Extensions.Primitives.IChangeToken GetReloadToken() => throw new NotSupportedException();

        public IConfigurationSection GetSection(string key) => throw new NotSupportedException();
    }
}
