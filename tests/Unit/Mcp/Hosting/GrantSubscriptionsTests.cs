using System.Net;
using System.Text.Json.Nodes;
using ModelContextProtocol.Client;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>A client of 2026-07-28 hears over HTTP that its grant was changed, though there is no session.</summary>
public sealed class GrantSubscriptionsTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-mcp-listen-");
    private ServerSettings _settings = null!;
    private ServerParts _parts = null!;
    private HttpHost _host = null!;
    private string _key = "";

    public async Task InitializeAsync()
    {
        _settings = new ServerSettings
        {
            GrantsFile = Path.Combine(_folder.FullName, "grants.json"),
            StoreFile = Path.Combine(_folder.FullName, "agents.db"),
            Sandbox = new SandboxAddress(new Uri("http://127.0.0.1:9/v5"), "token"),
        };
        await SandboxDefaults.GrantAsync(_settings.GrantsFile, SandboxDefaults.Agent, default);
        _parts = ServerParts.Create(_settings, ServerFixture.Logs);
        _key = _parts.Keys.Make(SandboxDefaults.Agent);
        _host = await HttpHost.StartAsync(_parts, 0, ServerFixture.Logs, default);
    }

    [Fact]
    public async Task A_change_of_the_grants_is_told()
    {
        using var response = await ListenAsync();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var acknowledged = await NextAsync(reader);
        await new GrantStore(_settings.GrantsFile).UpdateAsync(grants => grants.Without(SandboxDefaults.Agent));
        var told = await NextAsync(reader);

        Assert.Equal("notifications/subscriptions/acknowledged", acknowledged["method"]!.GetValue<string>());
        Assert.True(acknowledged["params"]!["notifications"]!["toolsListChanged"]!.GetValue<bool>());
        Assert.Equal("notifications/tools/list_changed", told["method"]!.GetValue<string>());
        foreach (var message in new[] { acknowledged, told })
        {
            Assert.Equal(1, message["params"]!["_meta"]!["io.modelcontextprotocol/subscriptionId"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task An_agent_holds_few_subscriptions_open()
    {
        var open = new List<HttpResponseMessage>();
        for (var i = 0; i < GrantSubscriptions.MostOfAnAgent; i++)
        {
            open.Add(await ListenAsync());
            await NextAsync(new StreamReader(await open[i].Content.ReadAsStreamAsync()));
        }

        using var response = await ListenAsync();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var refused = await NextAsync(reader);
        open.ForEach(one => one.Dispose());

        Assert.Contains("4 subscriptions", refused["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-11-25", false)]
    [InlineData("2026-07-28", true)]
    public async Task Only_clients_that_can_hear_it_are_promised_it(string version, bool isPromised)
    {
        await using var client = await ServerFixture.OverHttpAsync(_host.Address, _key, version);

        Assert.Equal(isPromised, client.ServerCapabilities?.Tools?.ListChanged is true);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _parts.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<HttpResponseMessage> ListenAsync()
    {
        var wanted = new JsonObject { ["notifications"] = new JsonObject { ["toolsListChanged"] = true } };
        var response = await RawCall.SendAsync(_host.Address, _key, "subscriptions/listen", wanted);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response;
    }

    private static async Task<JsonNode> NextAsync(StreamReader reader)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await reader.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("data: {", StringComparison.Ordinal))
            {
                return JsonNode.Parse(line["data: ".Length..])!;
            }

            if (line.StartsWith('{'))
            {
                return JsonNode.Parse(line)!;
            }
        }

        throw new EndOfStreamException();
    }
}
