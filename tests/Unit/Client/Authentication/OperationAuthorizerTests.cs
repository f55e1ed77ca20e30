using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Authentication;

public sealed class OperationAuthorizerTests
{
    private static readonly PinterestApp App = new("1", "s");

    [Fact]
    public async Task A_call_that_the_known_scopes_do_not_allow_is_not_sent()
    {
        var pinterest = new FakePinterest();
        var client = With(pinterest, new PinterestToken("pina_a") { Scopes = ["boards:read", "pins:read"] });

        var error = await Assert.ThrowsAsync<PinterestMissingScopeException>(() =>
            client.Pins.CreateAsync(new PinCreate())
        );

        Assert.Equal(["boards:write", "pins:write"], error.MissingScopes);
        Assert.Equal(
            "pins/create: not sent. The token lacks the scope boards:write (and boards:write_secret for secret "
                + "boards and Pins), "
                + "pins:write (and pins:write_secret for secret boards and Pins). Request it at the next sign-in "
                + "of the user.",
            error.Message
        );
        Assert.Empty(pinterest.Requests);
        await client.With(o => o with { CheckScopes = false }).Pins.CreateAsync(new PinCreate());
        await client.Pins.ListAsync();
        Assert.Equal(2, pinterest.Requests.Count);
    }

    [Fact]
    public async Task A_client_token_is_not_sent_where_it_is_not_declared()
    {
        var pinterest = new FakePinterest();
        var client = With(pinterest, new PinterestToken("pinc_a"), TokenKind.Client);

        await Assert.ThrowsAsync<PinterestMissingScopeException>(() => client.Media.ListAsync());
        await client.Boards.ListAsync();

        Assert.Equal("Bearer pinc_a", Assert.Single(pinterest.Requests).Request.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task A_token_endpoint_gets_Basic_and_never_a_bearer()
    {
        var pinterest = new FakePinterest();
        var client = With(pinterest, new PinterestToken("pina_a")).With(o => o with { App = App });

        await client.OAuth.CreateTokenAsync(
            new OauthAccessTokenCreate { GrantType = TokenGrantType.RefreshToken, RefreshToken = "r" }
        );
        await client.OAuth.CreateConversionTokenAsync();

        Assert.Equal(
            ["Basic", "Bearer"],
            pinterest.Requests.Select(sent => sent.Request.Headers.Authorization!.Scheme)
        );
    }

    [Fact]
    public async Task A_token_endpoint_without_an_app_is_a_mistake_that_is_named() =>
        Assert.Contains(
            "Set App, or use PinterestOAuth.",
            (
                await Assert.ThrowsAsync<InvalidOperationException>(() =>
                    With(new FakePinterest(), new PinterestToken("a"))
                        .With(o => o with { App = null })
                        .OAuth.CreateTokenAsync(
                            new OauthAccessTokenCreate { GrantType = TokenGrantType.RefreshToken, RefreshToken = "r" }
                        )
                )
            ).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Conversion_events_get_the_conversion_token_if_there_is_one_and_else_a_users()
    {
        var pinterest = new FakePinterest();
        var client = With(pinterest, new PinterestToken("pina_a"));

        await client.ConversionEvents.CreateAsync("7", new ConversionEventsCreate { Data = [] });
        await client
            .With(o => o with { ConversionToken = "conv" })
            .ConversionEvents.CreateAsync("7", new ConversionEventsCreate { Data = [] });
        await client.With(o => o with { ConversionToken = "conv" }).Boards.ListAsync();

        Assert.Equal(
            ["pina_a", "conv", "pina_a"],
            pinterest.Requests.Select(sent => sent.Request.Headers.Authorization!.Parameter)
        );
    }

    [Theory]
    [InlineData(TokenKind.User, "boards:read", true)]
    [InlineData(TokenKind.User, "pins:read", false)]
    [InlineData(TokenKind.Client, "boards:read", true)]
    [InlineData(TokenKind.Client, "pins:read", false)]
    public async Task The_scopes_of_either_kind_of_token_are_checked(TokenKind kind, string scope, bool isSent)
    {
        var pinterest = new FakePinterest();
        var call = () => With(pinterest, new PinterestToken("x") { Scopes = [scope] }, kind).Boards.ListAsync();

        if (isSent)
        {
            await call();
        }
        else
        {
            await Assert.ThrowsAsync<PinterestMissingScopeException>(call);
        }

        Assert.Equal(isSent ? 1 : 0, pinterest.Requests.Count);
    }

    [Fact]
    public void A_scope_that_only_the_other_kind_of_token_needs_is_not_asked_for()
    {
        var operation = Operation(HttpMethod.Get, [new("pinterest_oauth2", ["a"]), new("client_credentials", ["b"])]);

        OperationAuthorizer.Check(operation, TokenKind.User, new PinterestToken("x") { Scopes = ["a"] });
        OperationAuthorizer.Check(operation, TokenKind.Client, new PinterestToken("x") { Scopes = ["b"] });
        Assert.Equal(
            ["a"],
            Assert
                .Throws<PinterestMissingScopeException>(() =>
                    OperationAuthorizer.Check(operation, TokenKind.User, new PinterestToken("x") { Scopes = ["b"] })
                )
                .MissingScopes
        );
        Assert.Equal(
            ["b"],
            Assert
                .Throws<PinterestMissingScopeException>(() =>
                    OperationAuthorizer.Check(operation, TokenKind.Client, new PinterestToken("x") { Scopes = ["a"] })
                )
                .MissingScopes
        );
    }

    [Theory]
    [InlineData(new[] { "basic" }, "Basic")]
    [InlineData(new[] { "basic", "pinterest_oauth2" }, null)]
    [InlineData(new[] { "pinterest_oauth2" }, null)]
    public void Only_what_takes_nothing_but_Basic_gets_the_secret(string[] schemes, string? expected)
    {
        var operation = Operation(HttpMethod.Post, [.. schemes.Select(scheme => new SecurityAlternative(scheme, []))]);

        Assert.Equal(expected, OperationAuthorizer.TryWithoutCredential(operation, null, App)?.Scheme);
    }

    private static Operation Operation(HttpMethod method, IReadOnlyList<SecurityAlternative> security) =>
        new()
        {
            Id = "x",
            Method = method,
            Path = "/x",
            Group = "x",
            Access = OperationAccess.Read,
            Security = security,
            SuccessCodes = [200],
            Parameters = [],
        };

    private static PinterestClient With(
        FakePinterest pinterest,
        PinterestToken token,
        TokenKind kind = TokenKind.User
    ) => pinterest.Client.With(o => o with { AccessToken = null, Credential = new StaticTokenCredential(token, kind) });
}
