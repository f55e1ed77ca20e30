namespace Pinterest.OpenApi.Unit.Client.Pipeline;

/// <summary>What cannot work is named when the client is made, all of it at once, and never with a secret.</summary>
public sealed class PinterestClientOptionsTests
{
    private const string Times = "it must be more than 0 and at most a day.";

    public static TheoryData<string, Func<PinterestClientOptions, PinterestClientOptions>> Wrong =>
        new()
        {
            {
                "BaseAddress 'http://api.example/' is neither https nor on loopback, and tokens would be sent to "
                    + "it. Use https.",
                o => o with { BaseAddress = new Uri("http://api.example") }
            },
            {
                "BaseAddress 'v5' is neither https nor on loopback, and tokens would be sent to it. Use https.",
                o => o with { BaseAddress = new Uri("v5", UriKind.Relative) }
            },
            { "MaxResponseBytes is 1023; it must be 1024 to 1073741824.", o => o with { MaxResponseBytes = 1023 } },
            {
                "BaseAddress must not have a query, a fragment or a user.",
                o => o with { BaseAddress = new Uri("https://api.example/v5?a=b") }
            },
            {
                "BaseAddress must not have a query, a fragment or a user.",
                o => o with { BaseAddress = new Uri("https://api.example/v5#a") }
            },
            {
                "BaseAddress must not have a query, a fragment or a user.",
                o => o with { BaseAddress = new Uri("https://me@api.example/v5") }
            },
            {
                "The credential's tokens are for api.pinterest.com and do not work at api-sandbox.pinterest.com. "
                    + "Set BaseAddress of PinterestOAuthOptions to the same environment.",
                o =>
                    o with
                    {
                        BaseAddress = PinterestClientOptions.Sandbox,
                        Credential = new ClientTokenCredential(
                            new PinterestOAuth(new HttpClient(), new PinterestApp("1", "s")),
                            []
                        ),
                    }
            },
            {
                "The credential's tokens are for api-sandbox.pinterest.com and do not work at api.pinterest.com. "
                    + "Set BaseAddress of PinterestOAuthOptions to the same environment.",
                o =>
                    o with
                    {
                        Credential = new UserTokenCredential(
                            new PinterestOAuth(
                                new HttpClient(),
                                new PinterestApp("1", "s"),
                                new PinterestOAuthOptions { BaseAddress = PinterestClientOptions.Sandbox }
                            ),
                            new MemoryTokenStore(),
                            "u"
                        ),
                    }
            },
            { "AccessToken is empty or contains an invalid character.", o => o with { AccessToken = "" } },
            { "AccessToken is empty or contains an invalid character.", o => o with { AccessToken = "secret token" } },
            { "AccessToken is empty or contains an invalid character.", o => o with { AccessToken = "secret\n" } },
            {
                "ConversionToken is empty or contains an invalid character.",
                o => o with { ConversionToken = "secrét" }
            },
            { "App has no id or no secret.", o => o with { App = new PinterestApp("", "secret") } },
            { "App has no id or no secret.", o => o with { App = new PinterestApp("1", "") } },
            { $"AttemptTimeout is 00:00:00; {Times}", o => o with { AttemptTimeout = TimeSpan.Zero } },
            {
                $"AttemptTimeout is 1.00:00:00.0000001; {Times}",
                o => o with { AttemptTimeout = TimeSpan.FromDays(1) + TimeSpan.FromTicks(1) }
            },
            { $"Timeout is 00:00:00; {Times}", o => o with { Timeout = TimeSpan.Zero } },
            {
                $"Timeout is 1.00:00:00.0000001; {Times}",
                o => o with { Timeout = TimeSpan.FromDays(1) + TimeSpan.FromTicks(1) }
            },
            {
                "MaxRateLimitWait is -00:00:00.0000001; it must be 0 to 25 hours.",
                o => o with { MaxRateLimitWait = TimeSpan.FromTicks(-1) }
            },
            {
                "MaxRateLimitWait is 1.01:00:00.0000001; it must be 0 to 25 hours.",
                o => o with { MaxRateLimitWait = TimeSpan.FromHours(25) + TimeSpan.FromTicks(1) }
            },
            {
                $"AttemptTimeout is 00:00:00; {Times} Timeout is 00:00:00; {Times}",
                o => o with { AttemptTimeout = TimeSpan.Zero, Timeout = TimeSpan.Zero }
            },
        };

    public static TheoryData<Func<PinterestClientOptions, PinterestClientOptions>> Right =>
        new()
        {
            o => o,
            o => o with { BaseAddress = new Uri("http://localhost:1234/v5") },
            o => o with { BaseAddress = new Uri("http://127.0.0.1:1234") },
            o => o with { AccessToken = "pina_AZ09-~!" },
            o =>
                o with
                {
                    BaseAddress = new Uri("https://proxy.example/v5"),
                    Credential = new ClientTokenCredential(
                        new PinterestOAuth(new HttpClient(), new PinterestApp("1", "s")),
                        []
                    ),
                },
            o => o with { ConversionToken = "x" },
            o => o with { App = new PinterestApp("1", "s") },
            o =>
                o with
                {
                    AttemptTimeout = TimeSpan.FromDays(1),
                    Timeout = TimeSpan.FromDays(1),
                    MaxRateLimitWait = TimeSpan.FromHours(25),
                },
            o =>
                o with
                {
                    AttemptTimeout = TimeSpan.FromTicks(1),
                    Timeout = TimeSpan.FromTicks(1),
                    MaxRateLimitWait = TimeSpan.Zero,
                },
        };

    [Fact]
    public void The_token_or_credential_that_is_set_last_counts_alone()
    {
        var ann = new StaticTokenCredential(new PinterestToken("pina_ann"));
        var asAnn = new PinterestClientOptions { AccessToken = "pina_bob", Credential = ann };
        var asBob = asAnn with { AccessToken = "pina_bob" };

        Assert.Equal((null, ann), (asAnn.AccessToken, asAnn.Credential));
        Assert.Equal(("pina_bob", null), (asBob.AccessToken, asBob.Credential));
        Assert.Equal(("pina_bob", null), ((asBob with { Credential = null }).AccessToken, asBob.Credential));
        Assert.Equal(ann, (asAnn with { AccessToken = null }).Credential);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_cannot_work_is_named(string message, Func<PinterestClientOptions, PinterestClientOptions> change)
    {
        var options = change(new PinterestClientOptions());

        var error = Assert.Throws<ArgumentException>(() => new PinterestClient(options));

        Assert.Equal(message, error.Message);
        Assert.DoesNotContain(
            "secret",
            error.Message.Replace("no secret", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => new PinterestClient(new PinterestClientOptions()).With(_ => options));
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void What_works_is_taken(Func<PinterestClientOptions, PinterestClientOptions> change) =>
        Assert.NotNull(new PinterestClient(change(new PinterestClientOptions())));

    [Fact]
    public void Options_print_where_they_lead_and_whether_there_is_a_token()
    {
        var options = new PinterestClientOptions { BaseAddress = PinterestClientOptions.Sandbox };

        Assert.Equal("Pinterest API at https://api-sandbox.pinterest.com/v5, no access token", options.ToString());
        Assert.EndsWith(
            ", with an access token",
            (options with { AccessToken = "pina_secret" }).ToString(),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            ", with an access token",
            (options with { Credential = new StaticTokenCredential(new PinterestToken("pina_secret")) }).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Wrong_options_are_all_named_at_once()
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new PinterestClient(
                new HttpClient(),
                new PinterestClientOptions
                {
                    AccessToken = "a b",
                    AttemptTimeout = TimeSpan.Zero,
                    Retry = new() { MaxRetries = -1 },
                }
            )
        );

        Assert.Contains("AccessToken is empty or contains", error.Message, StringComparison.Ordinal);
        Assert.Contains("AttemptTimeout is 00:00:00", error.Message, StringComparison.Ordinal);
        Assert.Contains("Retry.MaxRetries is -1; it must be 0 to 10.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a b", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://api.pinterest.com/v5", false)]
    [InlineData("ftp://localhost/v5", false)]
    [InlineData("http://localhost:5000/v5", true)]
    [InlineData("https://example.com/v5/", true)]
    public void A_token_is_only_ever_sent_over_https_or_on_loopback(string address, bool isAccepted)
    {
        PinterestClient Create() =>
            new(
                new HttpClient(),
                new PinterestClientOptions { BaseAddress = new Uri(address), AccessToken = "pina_secret" }
            );

        if (isAccepted)
        {
            Assert.NotNull(Create());
        }
        else
        {
            Assert.Contains(
                "neither https nor on loopback",
                Assert.Throws<ArgumentException>(Create).Message,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void Options_print_no_token_and_no_secret() =>
        Assert.DoesNotContain(
            "secret",
            new PinterestClientOptions
            {
                AccessToken = "pina_secret",
                ConversionToken = "x_secret",
                App = new PinterestApp("1234", "s_secret"),
                Credential = new StaticTokenCredential(new PinterestToken("pina_secret")),
            }.ToString(),
            StringComparison.Ordinal
        );
}
