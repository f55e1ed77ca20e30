using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using Pinterest.OpenApi.Mcp.SignIn;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.SignIn;

/// <summary>A token lets an agent in when the issuer made it for this server, and it holds now.</summary>
public sealed class AgentTokensTests : IAsyncLifetime
{
    private const string Resource = "http://127.0.0.1:8970/mcp";

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly List<AgentTokens> _readers = [];
    private TestIssuer _issuer = null!;

    public async Task InitializeAsync() => _issuer = await TestIssuer.StartAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_good_token_names_the_agent(bool isOpenId)
    {
        await using var issuer = await TestIssuer.StartAsync(isOpenId);
        var tokens = Reader(options => options with { Authority = issuer.Address });

        var read = await tokens.ReadAsync(issuer.Token(Resource, "blog-helper"), Resource, default);
        var other = await tokens.ReadAsync(issuer.Token(Resource + "/", "two"), Resource, default);

        Assert.Equal(("blog-helper", TokenRefusal.None, ""), (read.Agent, read.Refusal, read.Reason));
        Assert.Equal("two", other.Agent);
        Assert.Equal(1, issuer.Fetches);
    }

    [Fact]
    public async Task A_token_that_is_signed_by_a_curve_is_good()
    {
        _issuer.Rotate(TestIssuer.EcKey("curve"));

        Assert.Equal("one", (await ReadAsync(_issuer.Token(Resource, "one"))).Agent);
    }

    public static TheoryData<string, string> Wrong =>
        new()
        {
            { "audience", "not made for http://127.0.0.1:8970/mcp" },
            { "no audience", "not made for" },
            { "issuer", "another issuer" },
            { "expired", "expired" },
            { "not yet", "does not hold yet" },
            { "no end", "names no end" },
            { "type", "no access token" },
            { "no agent", "names no agent" },
            { "strange agent", "names no agent" },
            { "two agents", "names no agent" },
            { "bound", "bound to a key" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_token_that_is_wrong_in_one_thing_is_refused(string what, string reason)
    {
        var read = await ReadAsync(_issuer.Token(Resource, "one", token => Spoil(token, what)));

        Assert.Null(read.Agent);
        Assert.Equal(TokenRefusal.Invalid, read.Refusal);
        Assert.Contains(reason, read.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(31, false)]
    public async Task A_clock_may_differ_by_half_a_minute(int seconds, bool isGood)
    {
        var token = _issuer.Token(Resource, "one", made => made.Expires = _time.GetUtcNow().UtcDateTime.AddMinutes(1));
        _time.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(seconds));

        Assert.Equal(isGood, (await ReadAsync(token)).Agent is not null);
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var none = _issuer.Token(Resource, "one", token => token.SigningCredentials = null);
        var good = _issuer.Token(Resource, "one");
        var stripped = good[..(good.LastIndexOf('.') + 1)];

        foreach (var token in new[] { none, stripped })
        {
            Assert.Equal(TokenRefusal.Invalid, (await ReadAsync(token)).Refusal);
        }
    }

    [Fact]
    public async Task A_token_whose_secret_is_the_public_key_is_refused()
    {
        var rsa = ((RsaSecurityKey)_issuer.Key).Rsa;
        foreach (var bytes in new[] { rsa.ExportSubjectPublicKeyInfo(), rsa.ExportRSAPublicKey() })
        {
            var secret = new SymmetricSecurityKey(bytes) { KeyId = _issuer.Key.KeyId };
            var read = await ReadAsync(
                _issuer.Token(
                    Resource,
                    "one",
                    token => token.SigningCredentials = new(secret, SecurityAlgorithms.HmacSha256)
                )
            );
            Assert.Equal(TokenRefusal.Invalid, read.Refusal);
        }
    }

    [Fact]
    public async Task A_token_of_a_foreign_key_is_refused_under_any_key_id()
    {
        foreach (var id in new[] { _issuer.Key.KeyId, "foreign" })
        {
            var foreign = TestIssuer.RsaKey(id);
            var token = _issuer.Token(
                Resource,
                "one",
                made => made.SigningCredentials = new(foreign, SecurityAlgorithms.RsaSha256)
            );
            Assert.Equal(TokenRefusal.Invalid, (await ReadAsync(token)).Refusal);
        }
    }

    [Fact]
    public async Task A_new_key_of_the_issuer_counts_at_once_and_the_old_one_no_more()
    {
        var tokens = Reader();
        var old = _issuer.Token(Resource, "one");
        Assert.Equal("one", (await tokens.ReadAsync(old, Resource, default)).Agent);
        _issuer.Rotate(TestIssuer.RsaKey("two"));

        Assert.Equal("one", (await tokens.ReadAsync(_issuer.Token(Resource, "one"), Resource, default)).Agent);
        Assert.Equal(TokenRefusal.Invalid, (await tokens.ReadAsync(old, Resource, default)).Refusal);
        Assert.Equal(2, _issuer.Fetches);
        _issuer.Rotate(TestIssuer.EcKey("three"));
        var third = _issuer.Token(Resource, "one");
        Assert.Null((await tokens.ReadAsync(third, Resource, default)).Agent);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("one", (await tokens.ReadAsync(third, Resource, default)).Agent);
    }

    [Fact]
    public async Task Strangers_with_made_up_key_ids_cause_no_flood()
    {
        var tokens = Reader();
        for (var i = 0; i < 20; i++)
        {
            var foreign = TestIssuer.EcKey($"made-up-{i}");
            var token = _issuer.Token(
                Resource,
                "one",
                made => made.SigningCredentials = new(foreign, SecurityAlgorithms.EcdsaSha256)
            );
            Assert.Null((await tokens.ReadAsync(token, Resource, default)).Agent);
        }

        Assert.Equal(2, _issuer.Fetches);
    }

    [Theory]
    [InlineData("")]
    [InlineData("secret")]
    [InlineData("a.b.c")]
    [InlineData("..")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9..")]
    public async Task What_is_no_token_is_refused(string token) =>
        Assert.Equal(TokenRefusal.Invalid, (await ReadAsync(token)).Refusal);

    [Fact]
    public async Task A_token_that_names_no_type_is_taken()
    {
        var payload = _issuer.Token(Resource, "one").Split('.')[1];
        var head = Base64UrlEncoder.Encode("""{"alg":"RS256","kid":"one"}""");
        var signature = ((RsaSecurityKey)_issuer.Key).Rsa.SignData(
            Encoding.ASCII.GetBytes($"{head}.{payload}"),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );

        Assert.Equal("one", (await ReadAsync($"{head}.{payload}.{Base64UrlEncoder.Encode(signature)}")).Agent);
    }

    [Fact]
    public async Task A_token_with_a_critical_header_that_is_not_understood_is_refused()
    {
        var token = _issuer.Token(
            Resource,
            "one",
            made => made.AdditionalHeaderClaims = new Dictionary<string, object> { ["crit"] = new[] { "b64" } }
        );

        Assert.Equal(TokenRefusal.Invalid, (await ReadAsync(token)).Refusal);
    }

    [Fact]
    public async Task A_huge_token_is_refused()
    {
        var huge = _issuer.Token(Resource, "one", token => token.Claims["more"] = new string('x', 100_000));

        Assert.Equal(TokenRefusal.Invalid, (await ReadAsync(huge)).Refusal);
        Assert.Equal(0, _issuer.Fetches);
    }

    [Theory]
    [InlineData("down")]
    [InlineData("other issuer")]
    [InlineData("huge metadata")]
    [InlineData("keys by http elsewhere")]
    public async Task An_issuer_that_cannot_be_used_is_named_and_left_alone_for_a_while(string what)
    {
        Spoil(what);
        var tokens = Reader();
        var token = _issuer.Token(Resource, "one");
        for (var i = 0; i < 10; i++)
        {
            var read = await tokens.ReadAsync(token, Resource, default);
            Assert.Equal(TokenRefusal.IssuerAway, read.Refusal);
            Assert.Contains(_issuer.Address, read.Reason, StringComparison.Ordinal);
        }

        // Both places of the metadata were asked once.
        Assert.InRange(_issuer.Fetches, 0, 2);
        Spoil("nothing");
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("one", (await tokens.ReadAsync(token, Resource, default)).Agent);
    }

    [Fact]
    public async Task An_issuer_that_goes_away_later_does_not_matter()
    {
        var tokens = Reader();
        Assert.Equal("one", (await tokens.ReadAsync(_issuer.Token(Resource, "one"), Resource, default)).Agent);
        _issuer.IsDown = true;
        _time.Advance(TimeSpan.FromHours(2));

        Assert.Equal("two", (await tokens.ReadAsync(Late("two"), Resource, default)).Agent);

        string Late(string agent) =>
            _issuer.Token(Resource, agent, token => token.Expires = DateTime.UtcNow.AddHours(3));
    }

    [Theory]
    [InlineData(null, "client")]
    [InlineData("sub", "subject")]
    [InlineData("agent", null)]
    public async Task The_claim_that_names_the_agent_can_be_chosen(string? claim, string? expected)
    {
        var tokens = Reader(options => options with { AgentClaim = claim });
        var token = _issuer.Token(Resource, "client", made => made.Claims["sub"] = "subject");

        Assert.Equal(expected, (await tokens.ReadAsync(token, Resource, default)).Agent);
    }

    [Fact]
    public async Task A_scope_that_is_needed_is_needed()
    {
        var tokens = Reader(options => options with { Scopes = ["pins", "boards"] });
        var all = _issuer.Token(Resource, "one", made => made.Claims["scope"] = "boards other pins");
        var listed = _issuer.Token(Resource, "one", made => made.Claims["scp"] = new[] { "boards", "pins" });
        var one = _issuer.Token(Resource, "one", made => made.Claims["scope"] = "pins boards2");

        Assert.Equal("one", (await tokens.ReadAsync(all, Resource, default)).Agent);
        Assert.Equal("one", (await tokens.ReadAsync(listed, Resource, default)).Agent);
        Assert.Equal(TokenRefusal.ScopeMissing, (await tokens.ReadAsync(one, Resource, default)).Refusal);
    }

    [Theory]
    [InlineData("https://login.example.com", true)]
    [InlineData("https://login.example.com/realms/a", true)]
    [InlineData("http://127.0.0.1:5000", true)]
    [InlineData("http://localhost:5000/x", true)]
    [InlineData("http://login.example.com", false)]
    [InlineData("ftp://127.0.0.1", false)]
    [InlineData("https://user:word@login.example.com", false)]
    [InlineData("https://login.example.com?x=1", false)]
    [InlineData("https://login.example.com#x", false)]
    [InlineData("login.example.com", false)]
    public void An_authority_is_https_or_on_this_machine(string text, bool isGood) =>
        Assert.Equal(isGood, IssuerOptions.ProblemOfAuthority(text) is null);

    public async Task DisposeAsync()
    {
        _readers.ForEach(reader => reader.Dispose());
        await _issuer.DisposeAsync();
    }

    private static void Spoil(SecurityTokenDescriptor token, string what)
    {
        switch (what)
        {
            case "audience":
                token.Audience = "http://127.0.0.1:8970/other";
                break;
            case "no audience":
                token.Audience = null;
                break;
            case "issuer":
                token.Issuer += "2";
                break;
            case "expired":
                token.IssuedAt = token.NotBefore = DateTime.UtcNow.AddHours(-2);
                token.Expires = DateTime.UtcNow.AddHours(-1);
                break;
            case "not yet":
                token.NotBefore = DateTime.UtcNow.AddMinutes(2);
                break;
            case "no end":
                token.Expires = null;
                break;
            case "type":
                token.TokenType = "logout+jwt";
                break;
            case "no agent":
                token.Claims.Remove("client_id");
                break;
            case "strange agent":
                token.Claims["client_id"] = "https://client.example.com/\n../admin";
                break;
            case "two agents":
                token.Claims["client_id"] = new[] { "one", "two" };
                break;
            default:
                token.Claims["cnf"] = new Dictionary<string, object> { ["jkt"] = "x" };
                break;
        }
    }

    private void Spoil(string what)
    {
        _issuer.IsDown = what == "down";
        _issuer.NamedIssuer = what == "other issuer" ? "https://other.example.com" : null;
        _issuer.Padding = new string('x', what == "huge metadata" ? 300_000 : 0);
        _issuer.KeysAddress = what == "keys by http elsewhere" ? "http://192.0.2.1/keys" : null;
    }

    private AgentTokens Reader(Func<IssuerOptions, IssuerOptions>? change = null)
    {
        var options = new IssuerOptions { Authority = _issuer.Address };
        var reader = new AgentTokens(change is null ? options : change(options), _time);
        _readers.Add(reader);
        return reader;
    }

    private Task<TokenReading> ReadAsync(string token) => Reader().ReadAsync(token, Resource, default);
}
