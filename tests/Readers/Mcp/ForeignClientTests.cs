using System.Text.Json;

namespace Pinterest.OpenApi.Readers.Mcp;

/// <summary>Clients that others wrote list the tools of the server and call them.</summary>
public sealed class ForeignClientTests : IAsyncLifetime
{
    private const string Calls = """
        [{"name": "pinterest_status", "arguments": {}},
         {"name": "pinterest_create_board", "arguments": {"name": "Kitchens"}},
         {"name": "pinterest_delete_pin", "arguments": {"pin_id": "1"}}]
        """;

    private McpServer _server = null!;

    public async Task InitializeAsync() => _server = await McpServer.StartAsync();

    [Fact]
    public void The_official_client_for_Node_calls_over_stdio() =>
        Check(RunClient([Calls, "stdio", McpServer.Program, .. _server.Arguments]));

    [Fact]
    public async Task The_official_client_for_Node_calls_over_HTTP()
    {
        var (address, key) = await _server.ServeHttpAsync();

        Check(RunClient([Calls, "http", address, key]));
    }

    [Fact]
    public void The_official_client_for_Node_is_asked_where_the_grant_says_so()
    {
        const string Call = """[{"name": "pinterest_create_board", "arguments": {"name": "Kitchens"}}]""";
        var said = RunClient([Call, "stdio", McpServer.Program, .. _server.ArgumentsFor("asked")]);

        Assert.False(said.GetProperty("results")[0].GetProperty("isError").GetBoolean());
        Assert.Contains("Kitchens", said.GetProperty("asked")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("legacy")]
    [InlineData("modern")]
    [InlineData("auto")]
    public void The_inspector_lists_and_calls_in_each_era(string era)
    {
        var tools = Inspect(era, 0, "--method", "tools/list");
        Assert.Contains("pinterest_create_board", tools, StringComparison.Ordinal);
        Assert.DoesNotContain("pinterest_delete_pin", tools, StringComparison.Ordinal);

        string[] made = ["--method", "tools/call", "--tool-name", "pinterest_create_board"];
        Assert.Contains(
            "Gardens",
            Inspect(era, 0, [.. made, "--tool-args-json", "{\"name\":\"Gardens\"}"]),
            StringComparison.Ordinal
        );

        // The inspector itself refuses to call what is not listed, and ends with 5.
        string[] hidden = ["--method", "tools/call", "--tool-name", "pinterest_delete_pin"];
        var refused = Inspect(era, 5, [.. hidden, "--tool-args-json", "{\"pin_id\":\"1\"}"]);
        Assert.Contains("tool_not_found", refused, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private static void Check(JsonElement said)
    {
        var tools = said.GetProperty("tools").EnumerateArray().Select(tool => tool.GetString()).ToList();
        var results = said.GetProperty("results").EnumerateArray().ToList();

        Assert.Equal("pinterest-mcp", said.GetProperty("server").GetString());
        Assert.NotEmpty(said.GetProperty("instructions").GetString()!);
        Assert.Contains("pinterest_create_board", tools);
        Assert.DoesNotContain("pinterest_delete_pin", tools);
        Assert.Equal([false, false, true], results.Select(result => result.GetProperty("isError").GetBoolean()));
        Assert.Equal("Denied", results[2].GetProperty("data").GetProperty("kind").GetString());
    }

    private static JsonElement RunClient(string[] arguments)
    {
        // Beside its packages, because Node looks for them upwards from the file.
        var script = Path.Combine(Reader.Root, "tests", "Readers", "Mcp", "client.mjs");
        var (code, output) = Reader.Run("node", [script, .. arguments]);
        Assert.True(code == 0, output);
        return JsonDocument.Parse(output.Split('\n').First(line => line.StartsWith('{'))).RootElement;
    }

    // By a configuration as Claude Desktop and Cursor have it.
    private string Inspect(string era, int expected, params string[] arguments)
    {
        var inspector = Path.Combine(Reader.Root, "tests", "Readers", "node_modules", ".bin", "mcp-inspector");
        string[] options = ["--config", _server.Configuration, "--server", "pinterest", "--protocol-era", era];
        var (code, output) = Reader.Run(inspector, ["--cli", .. options, "-q", "--format", "json", .. arguments]);
        Assert.True(code == expected, $"{code}: {output}");
        return output;
    }
}
