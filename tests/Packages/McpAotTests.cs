using System.Runtime.InteropServices;
using Xunit.Abstractions;

namespace Pinterest.OpenApi.Packages;

/// <summary>The MCP server, compiled ahead of time.</summary>
[Collection(Feed.Name)]
public sealed class McpAotTests(Feed feed, ITestOutputHelper output)
{
    [Fact]
    public void It_starts_quickly_when_it_is_compiled_ahead_of_time()
    {
        // The linker is clang where there is one, and gcc where not.
        var gcc =
            Path.Exists("/usr/bin/clang") || !OperatingSystem.IsLinux()
                ? "-p:DebugType=none"
                : "-p:CppCompilerAndLinker=gcc";
        var target = feed.NewFolder();
        string[] how = ["-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishAot=true", gcc];
        string[] publish = ["publish", "build/Mcp", "-c", "Release", "-o", target, "-nologo"];
        var said = Shell.MustRun(Feed.Root, "dotnet", [.. publish, .. how]);
        var program = Path.Combine(target, OperatingSystem.IsWindows() ? "pinterest-mcp.exe" : "pinterest-mcp");
        var time = McpStart.Fastest(feed, program);
        output.WriteLine(
            $"Ahead of time: {time} ms to the first tools/list; {new FileInfo(program).Length / 1024 / 1024} MiB."
        );

        // Newtonsoft.Json is not made for it and is named; the server has no warning of its own.
        var warnings = said.Split('\n').Where(line => line.Contains("warning IL", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(warnings, line => !line.Contains("Newtonsoft.Json", StringComparison.Ordinal));
        Assert.InRange(time, 1, 1500);
    }
}
