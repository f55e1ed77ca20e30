using System.Text.Json;
using System.Text.RegularExpressions;
using ModelContextProtocol.Client;
using Pinterest.OpenApi.Unit.Mcp.Support;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>
/// The configurations that documents give for clients start the server, and so does what registries read of the package.
/// </summary>
public sealed partial class ClientConfigurationTests : IAsyncLifetime
{
    private readonly BuiltServer _server = new();

    public static TheoryData<string, string> Blocks
    {
        get
        {
            var blocks = new TheoryData<string, string>();
            foreach (var file in (string[])["docs/mcp.md", "build/Mcp/README.md"])
            {
                var text = File.ReadAllText(Path.Combine(Repository.Root, file));
                foreach (var block in JsonBlock().Matches(text).Select(match => match.Groups[1].Value))
                {
                    if (block.Contains("ervers\"", StringComparison.Ordinal))
                    {
                        blocks.Add(file, block);
                    }
                }
            }

            return blocks;
        }
    }

    private static JsonElement Described =>
        JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Root, "build", "Mcp", ".mcp", "server.json")));

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task A_configuration_of_the_documents_gives_the_client_its_tools(string file, string block)
    {
        if (OperatingSystem.IsWindows())
        {
            // The configuration folder is not a matter of the environment there.
            return;
        }

        Assert.NotEmpty(file);
        var root = JsonElement.Parse(block);
        var servers = root.TryGetProperty("mcpServers", out var usual) ? usual : root.GetProperty("servers");
        var server = Assert.Single(servers.EnumerateObject()).Value;
        if (server.TryGetProperty("url", out var address))
        {
            await ListOverHttpAsync(new Uri(address.GetString()!), server.GetProperty("headers"));
            return;
        }

        Assert.Equal("pinterest-mcp", server.GetProperty("command").GetString());
        Assert.True(!server.TryGetProperty("type", out var type) || type.GetString() == "stdio");
        await ListAsync(server.GetProperty("args").EnumerateArray().Select(each => each.GetString()!));
    }

    [Fact]
    public void Every_client_has_its_configuration() => Assert.InRange(Blocks.Count, 5, 20);

    [Fact]
    public async Task What_registries_read_of_the_package_starts_the_server()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var package = Assert.Single(Described.GetProperty("packages").EnumerateArray());
        var arguments = package.GetProperty("packageArguments").EnumerateArray().SelectMany(ArgumentsOf);

        Assert.Equal("stdio", package.GetProperty("transport").GetProperty("type").GetString());
        await ListAsync(arguments);
    }

    [Fact]
    public void What_registries_read_of_the_package_is_as_their_schema_says()
    {
        var server = Described;
        var package = server.GetProperty("packages")[0];
        var arguments = package.GetProperty("packageArguments").EnumerateArray().ToList();
        var variables = package.GetProperty("environmentVariables").EnumerateArray().ToList();

        Assert.Matches(
            "^https://static\\.modelcontextprotocol\\.io/schemas/[0-9-]{10}/server\\.schema\\.json$",
            Text(server, "$schema")
        );
        Assert.Matches("^[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+$", Text(server, "name"));
        Assert.InRange(Text(server, "description").Length, 1, 100);
        Assert.Equal("0.0.0", Text(server, "version"));
        Assert.Equal("0.0.0", Text(package, "version"));
        Assert.Equal("nuget", Text(package, "registryType"));
        Assert.Equal("Pinterest.OpenApi.Mcp", Text(package, "identifier"));
        Assert.All(arguments, one => Assert.Contains(Text(one, "type"), new[] { "positional", "named" }));
        Assert.All(arguments, one => Assert.NotEmpty(Text(one, Text(one, "type") == "named" ? "name" : "value")));
        Assert.All(variables, one => Assert.NotEmpty(Text(one, "name")));
        Assert.All(
            variables.Where(one => Text(one, "name").Contains("TOKEN", StringComparison.Ordinal)),
            one => Assert.True(one.GetProperty("isSecret").GetBoolean())
        );
    }

    public async Task InitializeAsync()
    {
        if (!OperatingSystem.IsWindows())
        {
            await _server.RunAsync("agents", "add", "blog-helper", "--area", "boards=read");
        }
    }

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    private static string Text(JsonElement value, string name) => value.GetProperty(name).GetString() ?? "";

    private static string[] ArgumentsOf(JsonElement argument)
    {
        var value = Text(argument, "value").Replace("{agent}", "blog-helper", StringComparison.Ordinal);
        return Text(argument, "type") == "named" ? [Text(argument, "name"), value] : [value];
    }

    private async Task ListAsync(IEnumerable<string> arguments)
    {
        var transport = new StdioClientTransport(_server.Options(arguments));
        await using var client = await McpClient.CreateAsync(transport);

        Assert.Contains(await client.ListToolsAsync(), tool => tool.Name == "pinterest_list_boards");
    }

    // The port of the document may be taken on this machine.
    private async Task ListOverHttpAsync(Uri documented, JsonElement headers)
    {
        var key = (await _server.RunAsync("agents", "key", "blog-helper")).Trim();
        using var process = _server.Start("serve", "--http", "--port", "0");
        try
        {
            var ready = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1));
            var address = new Uri(ready!["Ready: ".Length..]);
            Assert.Equal((address.Host, address.AbsolutePath), (documented.Host, documented.AbsolutePath));
            var options = new HttpClientTransportOptions
            {
                Endpoint = address,
                AdditionalHeaders = headers
                    .EnumerateObject()
                    .ToDictionary(
                        header => header.Name,
                        header => header.Value.GetString()!.Replace("KEY", key, StringComparison.Ordinal)
                    ),
            };
            await using var client = await McpClient.CreateAsync(new HttpClientTransport(options));

            Assert.Contains(await client.ListToolsAsync(), tool => tool.Name == "pinterest_list_boards");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
