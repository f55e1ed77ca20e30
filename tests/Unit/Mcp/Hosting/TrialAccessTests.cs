using Pinterest.OpenApi.Mcp.Hosting;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>An app with trial access publishes nothing in production, so agents are offered no tool that publishes.</summary>
public sealed class TrialAccessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(AccessTier.Trial, false)]
    [InlineData(AccessTier.Standard, true)]
    public async Task Publishing_is_offered_where_the_access_of_the_app_allows_it(AccessTier access, bool isOffered)
    {
        var tokens = Path.Combine(_folder, "tokens");
        await using (var held = await new FileTokenStore(tokens).LockAsync("me", default))
        {
            await held.SaveAsync(new PinterestToken("pina_0"), default);
        }

        var settings = new ServerSettings
        {
            GrantsFile = _folder.Write("grants.json", """{"agents": {"one": {"areas": {"pins": "full"}}}}"""),
            StoreFile = Path.Combine(_folder, "agents.db"),
            TokensFolder = tokens,
            Access = access,
        };
        using var parts = ServerParts.Create(settings, ServerFixture.Logs);

        await ServerFixture.OverStdioAsync(
            parts.Server,
            "one",
            null,
            async client =>
            {
                var tools = await client.ListToolsAsync();

                Assert.Contains(tools, tool => tool.Name == "pinterest_get_pin");
                Assert.Equal(isOffered, tools.Any(tool => tool.Name == "pinterest_create_pin"));
            }
        );
    }

    public void Dispose() => _folder.Dispose();
}
