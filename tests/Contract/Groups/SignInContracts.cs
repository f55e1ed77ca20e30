using PactNet.Matchers;

namespace Pinterest.OpenApi.Contract;

internal static class SignInContracts
{
    private const string Code = "example-code";
    private const string RefreshToken = "pinr_example";
    private const string Scope = "boards:read pins:read";
    private static readonly Uri Back = new("https://app.example.com/back");

    public static IEnumerable<ContractCase> All =>
        [
            new ContractCase("an exchange of an authorization code")
                .Given("an authorization code was given", ("code", Code), ("redirect_uri", Back.ToString()))
                .When(HttpMethod.Post, "/oauth/token")
                .SendingForm(
                    ("grant_type", "authorization_code"),
                    ("code", Code),
                    ("redirect_uri", Back.ToString()),
                    ("continuous_refresh", "true")
                )
                .Responds(200, Tokens(withRefresh: true))
                .Checked(async client =>
                    AssertTokens(await client.OAuth.ExchangeCodeAsync(Code, Back), withRefresh: true)
                ),
            new ContractCase("a renewal of an access token")
                .Given("a refresh token was given", ("refresh_token", RefreshToken))
                .When(HttpMethod.Post, "/oauth/token")
                .SendingForm(
                    ("grant_type", "refresh_token"),
                    ("refresh_token", RefreshToken),
                    ("continuous_refresh", "true")
                )
                .Responds(200, Tokens(withRefresh: true))
                .Checked(async client =>
                    AssertTokens(await client.OAuth.RefreshAsync(RefreshToken), withRefresh: true)
                ),
            new ContractCase("a request for a token of the app")
                .When(HttpMethod.Post, "/oauth/token")
                .SendingForm(("grant_type", "client_credentials"), ("scope", "boards:read,pins:read"))
                .Responds(200, Tokens(withRefresh: false))
                .Checked(async client =>
                    AssertTokens(
                        await client.OAuth.GetClientTokenAsync(["boards:read", "pins:read"]),
                        withRefresh: false
                    )
                ),
            new ContractCase("a revocation of a token")
                .Given("a refresh token was given", ("refresh_token", RefreshToken))
                .When(HttpMethod.Post, "/oauth/token/revoke")
                .SendingForm(("token", RefreshToken))
                .Responds(200)
                .Checked(client => client.OAuth.RevokeAsync(RefreshToken)),
            new ContractCase("a renewal with a refresh token that was used")
                .When(HttpMethod.Post, "/oauth/token")
                .SendingForm(
                    ("grant_type", "refresh_token"),
                    ("refresh_token", "pinr_used"),
                    ("continuous_refresh", "true")
                )
                .Responds(
                    400,
                    new
                    {
                        code = Match.Equality(283),
                        message = Match.Type("The refresh token is not known or was revoked."),
                    }
                )
                .Checked(async client =>
                    Assert.Equal(
                        283,
                        (
                            await Assert.ThrowsAsync<PinterestBadRequestException>(() =>
                                client.OAuth.RefreshAsync("pinr_used")
                            )
                        ).Code
                    )
                ),
        ];

    private static Dictionary<string, object> Tokens(bool withRefresh)
    {
        var tokens = new Dictionary<string, object>
        {
            ["access_token"] = Match.Regex("pina_renewed", "^pin[ac]_.+"),
            ["token_type"] = Match.Equality("bearer"),
            ["expires_in"] = Match.Integer(2592000),
            ["scope"] = Match.Regex(Scope, "^[a-z_:, ]+$"),
        };
        if (!withRefresh)
        {
            return tokens;
        }

        tokens["refresh_token"] = Match.Regex("pinr_renewed", "^pinr_.+");
        tokens["refresh_token_expires_in"] = Match.Integer(5184000);
        return tokens;
    }

    private static void AssertTokens(PinterestToken token, bool withRefresh)
    {
        Assert.Equal(("pina_renewed", withRefresh ? "pinr_renewed" : null), (token.AccessToken, token.RefreshToken));
        Assert.Equal(["boards:read", "pins:read"], token.Scopes);
        Assert.InRange(token.ExpiresAt!.Value - DateTimeOffset.UtcNow, TimeSpan.FromDays(29), TimeSpan.FromDays(31));
        Assert.Equal(withRefresh, token.RefreshTokenExpiresAt is not null);
    }
}
