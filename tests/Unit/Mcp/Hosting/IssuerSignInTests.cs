using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Web;
using Microsoft.IdentityModel.Tokens;
using ModelContextProtocol.Authentication;
using ModelContextProtocol.Client;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Hosting;
using Pinterest.OpenApi.Mcp.SignIn;
using Pinterest.OpenApi.Mcp.Storage;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>Agents sign in with the tokens of an issuer, beside those that have a key.</summary>
public sealed class IssuerSignInTests : IAsyncLifetime
{
    private const string Agent = SandboxDefaults.Agent;
    private const string List = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-mcp-issuer-");
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private TestIssuer _issuer = null!;
    private ServerParts _parts = null!;
    private HttpHost _host = null!;

    private string Resource => _host.Address.ToString();

    public async Task InitializeAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        await StartAsync(options => options);
    }

    [Fact]
    public async Task A_token_and_a_key_both_let_an_agent_in()
    {
        foreach (var secret in new[] { _issuer.Token(Resource, Agent), _parts.Keys.Make(Agent) })
        {
            await using var client = await ServerFixture.OverHttpAsync(_host.Address, secret, null);
            Assert.Contains(await client.ListToolsAsync(), tool => tool.Name == "pinterest_list_boards");
        }
    }

    [Fact]
    public async Task Who_sends_nothing_is_told_where_to_sign_in()
    {
        using var response = await PostAsync(null);
        var place = MetadataOf(response);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(new Uri(_host.Address, "/.well-known/oauth-protected-resource/mcp").ToString(), place);
        foreach (var address in new[] { place, place[..^"/mcp".Length] })
        {
            using var metadata = JsonDocument.Parse(await _http.GetStringAsync(address));
            var root = metadata.RootElement;
            Assert.Equal(Resource, root.GetProperty("resource").GetString());
            Assert.Equal(_issuer.Address, root.GetProperty("authorization_servers")[0].GetString());
            Assert.Equal("header", root.GetProperty("bearer_methods_supported")[0].GetString());
            Assert.Equal(0, root.GetProperty("scopes_supported").GetArrayLength());
        }

        using var other = await _http.GetAsync(place + "/other");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task A_token_for_another_server_is_refused_without_being_repeated()
    {
        var token = _issuer.Token("http://127.0.0.1:1/mcp", Agent);
        using var response = await PostAsync(token);
        var said = response.Headers.WwwAuthenticate + await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("error=\"invalid_token\"", said, StringComparison.Ordinal);
        Assert.Contains($"It was not made for {Resource}", said, StringComparison.Ordinal);
        Assert.DoesNotContain(token, said, StringComparison.Ordinal);
        Assert.DoesNotContain("pmcp_", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_that_has_no_grant_is_refused_and_logged()
    {
        using var response = await PostAsync(_issuer.Token(Resource, "stranger"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("stranger", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var store = new AgentStore(Path.Combine(_folder.FullName, "agents.db"));
        var entry = (
            await new SqliteAuditLog(store).QueryAsync(new AuditFilter { Agent = "stranger" }, default)
        ).Single();
        Assert.Equal(AuditOutcome.Denied, entry.Outcome);
        Assert.StartsWith(
            "stranger would have called sign-in, but was refused",
            entry.Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_token_without_the_scope_is_told_which()
    {
        await StartAsync(options => options with { Scopes = ["pinterest"] });
        using var without = await PostAsync(_issuer.Token(Resource, Agent));
        using var with = await PostAsync(_issuer.Token(Resource, Agent, token => token.Claims["scope"] = "pinterest"));

        Assert.Equal(HttpStatusCode.Forbidden, without.StatusCode);
        var challenge = without.Headers.WwwAuthenticate.ToString();
        Assert.Contains("error=\"insufficient_scope\"", challenge, StringComparison.Ordinal);
        Assert.Contains("scope=\"pinterest\"", challenge, StringComparison.Ordinal);
        Assert.Contains("resource_metadata=\"http://127.0.0.1:", challenge, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
    }

    [Fact]
    public async Task Behind_another_address_tokens_are_made_for_that()
    {
        const string Outside = "https://mcp.example.com/pinterest";
        await StartAsync(options => options with { Resource = Outside });
        using var good = await PostAsync(_issuer.Token(Outside, Agent));
        using var wrong = await PostAsync(_issuer.Token(Resource, Agent));
        var place = MetadataOf(wrong);
        var metadata = await _http.GetStringAsync(new Uri(_host.Address, new Uri(place).AbsolutePath));

        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal("https://mcp.example.com/.well-known/oauth-protected-resource/pinterest", place);
        Assert.Contains(Outside, metadata, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_issuer_is_away_that_is_said_and_keys_go_on()
    {
        _issuer.IsDown = true;
        using var token = await PostAsync(_issuer.Token(Resource, Agent));
        using var key = await PostAsync(_parts.Keys.Make(Agent));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, token.StatusCode);
        Assert.NotNull(token.Headers.RetryAfter);
        Assert.Contains(_issuer.Address, await token.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, key.StatusCode);
    }

    [Fact]
    public async Task A_huge_token_does_not_come_in()
    {
        var huge = _issuer.Token(Resource, Agent, token => token.Claims["more"] = new string('x', 20_000));
        using var response = await PostAsync(huge);

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task The_client_of_the_SDK_signs_in_by_itself()
    {
        var transport = new HttpClientTransport(
            new HttpClientTransportOptions
            {
                Endpoint = _host.Address,
                TransportMode = HttpTransportMode.StreamableHttp,
                OAuth = new ClientOAuthOptions
                {
                    ClientId = Agent,
                    RedirectUri = new Uri("http://127.0.0.1:1/callback"),
                    AuthorizationCallbackHandler = AuthorizeAsync,
                },
            }
        );
        await using var client = await McpClient.CreateAsync(transport);

        Assert.Contains(await client.ListToolsAsync(), tool => tool.Name == "pinterest_list_boards");
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await StopAsync();
        await _issuer.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string MetadataOf(HttpResponseMessage response)
    {
        var challenge = response.Headers.WwwAuthenticate.Single().Parameter!;
        return challenge.Split("resource_metadata=\"")[1].TrimEnd('"');
    }

    private async Task<AuthorizationResult?> AuthorizeAsync(
        AuthorizationCallbackContext context,
        CancellationToken cancellationToken
    )
    {
        using var response = await _http.GetAsync(context.AuthorizationUri, cancellationToken);
        var query = HttpUtility.ParseQueryString(response.Headers.Location!.Query);
        return new AuthorizationResult
        {
            Code = query["code"]!,
            State = query["state"],
            Iss = query["iss"],
        };
    }

    private async Task StartAsync(Func<IssuerOptions, IssuerOptions> change)
    {
        await StopAsync();
        var settings = new ServerSettings
        {
            GrantsFile = Path.Combine(_folder.FullName, "grants.json"),
            StoreFile = Path.Combine(_folder.FullName, "agents.db"),
            Sandbox = new SandboxAddress(new Uri("http://127.0.0.1:9/v5"), "token"),
            Issuer = change(new IssuerOptions { Authority = _issuer.Address }),
        };
        await SandboxDefaults.GrantAsync(settings.GrantsFile, Agent, default);
        _parts = ServerParts.Create(settings, ServerFixture.Logs);
        _host = await HttpHost.StartAsync(_parts, 0, ServerFixture.Logs, default);
    }

    private async Task StopAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
            _parts.Dispose();
        }
    }

    private async Task<HttpResponseMessage> PostAsync(string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _host.Address)
        {
            Content = new StringContent(List, Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Headers.Add("MCP-Protocol-Version", "2025-11-25");
        if (secret is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        }

        return await _http.SendAsync(request);
    }
}
