using System.IO.Compression;
using System.Text.Json;
using ModelContextProtocol.Client;
using Xunit.Abstractions;

namespace Pinterest.OpenApi.Packages;

/// <summary>The MCP server as a stranger gets it: by a tool and by dnx.</summary>
[Collection(Feed.Name)]
public sealed class McpTests(Feed feed, ITestOutputHelper output)
{
    private const string Package = "Pinterest.OpenApi.Mcp";

    [Fact]
    public void The_package_says_that_it_is_a_server_and_how_to_start_it()
    {
        using var package = ZipFile.OpenRead(feed.Package(Package));
        using var server = JsonDocument.Parse(package.GetEntry(".mcp/server.json")!.Open());
        using var facts = new StreamReader(package.GetEntry($"{Package}.nuspec")!.Open());
        var started = server.RootElement.GetProperty("packages")[0];

        Assert.Contains("<packageType name=\"McpServer\" />", facts.ReadToEnd(), StringComparison.Ordinal);
        Assert.Equal(Feed.Version, server.RootElement.GetProperty("version").GetString());
        Assert.Equal(Feed.Version, started.GetProperty("version").GetString());
        Assert.Equal(Package, started.GetProperty("identifier").GetString());
    }

    [Fact]
    public async Task Dnx_starts_it_from_a_folder_of_packages()
    {
        var arguments = new[] { "dnx", $"{Package}@{Feed.Version}", "--yes", "--source", feed.Path, "--" };
        await ListAsync("dotnet", [.. arguments, .. McpStart.Arguments(feed)]);
    }

    [Fact]
    public async Task An_installed_tool_lists_its_tools()
    {
        var folder = Path.Combine(feed.NewFolder(), "tools");
        string[] install = ["tool", "install", Package, "--version", Feed.Version, "--add-source", feed.Path];
        Shell.MustRun(feed.NewFolder(), "dotnet", [.. install, "--tool-path", folder]);
        var tool = Path.Combine(folder, OperatingSystem.IsWindows() ? "pinterest-mcp.exe" : "pinterest-mcp");

        await ListAsync(tool, McpStart.Arguments(feed));
        output.WriteLine($"Installed tool: {McpStart.Fastest(feed, tool)} ms from the start to the first tools/list.");
    }

    private static async Task ListAsync(string program, string[] arguments)
    {
        var transport = new StdioClientTransport(new() { Command = program, Arguments = arguments });
        await using var client = await McpClient.CreateAsync(transport);
        var tools = await client.ListToolsAsync();

        Assert.Contains(tools, tool => tool.Name == "pinterest_list_boards");
    }
}
