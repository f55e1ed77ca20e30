using System.Diagnostics;

namespace Pinterest.OpenApi.Packages;

/// <summary>Starts the MCP server, and measures how long it takes to its first list of tools.</summary>
internal static class McpStart
{
    private const string Grants = """
        {"agents": {"one": {"areas": {"status": "read", "boards": "full", "pins": "full", "analytics": "read"}}}}
        """;

    private const string Client = """{"name":"x","version":"1"}""";

    private const string Hello =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":"""
        + Client
        + """
            }}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            """;

    public static string[] Arguments(Feed feed)
    {
        var folder = feed.NewFolder();
        var grants = Path.Combine(folder, "grants.json");
        File.WriteAllText(grants, Grants);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(grants, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        // Nothing is called, so that no sandbox need answer there.
        string[] files = ["--grants", grants, "--store", Path.Combine(folder, "agents.db")];
        return ["serve", "--agent", "one", "--sandbox", "http://127.0.0.1:9", .. files];
    }

    public static long Fastest(Feed feed, string program) => Enumerable.Range(0, 7).Min(_ => Measure(feed, program));

    private static long Measure(Feed feed, string program)
    {
        var start = new ProcessStartInfo(program, Arguments(feed))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        process.StandardInput.WriteLine(Hello);
        process.StandardInput.Flush();
        var answer = Answer(process.StandardOutput);
        var time = watch.ElapsedMilliseconds;
        process.StandardInput.Close();
        process.WaitForExit();

        // A server that ends at once would be the fastest of all.
        Assert.True(answer is not null, $"The server gave no list of tools:\n{said.Result}");
        Assert.Contains("\"pinterest_list_boards\"", answer, StringComparison.Ordinal);
        return time;
    }

    private static string? Answer(StreamReader output)
    {
        while (output.ReadLine() is { } line)
        {
            if (line.Contains("\"id\":2", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return null;
    }
}
