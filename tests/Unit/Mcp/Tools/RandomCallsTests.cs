using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Sandbox;
using Xunit.Abstractions;

namespace Pinterest.OpenApi.Unit.Mcp.Tools;

/// <summary>Random grants, all tools, random arguments: nothing is sent that the grant does not cover.</summary>
public sealed class RandomCallsTests(ITestOutputHelper output)
{
    private const int Seed = 20261126;
    private const int CallsOfAWorld = 40;
    private const int UsualCalls = 300;

    // How many calls are made in all. The default of the suite is small.
    private const string Amount = "PINTEREST_MCP_RANDOM_CALLS";

    [Fact]
    public async Task No_call_sends_what_the_grant_does_not_cover_and_each_leaves_two_entries()
    {
        var random = new Random(Seed);
        var left = int.TryParse(Environment.GetEnvironmentVariable(Amount), CultureInfo.InvariantCulture, out var many)
            ? many
            : UsualCalls;
        var calls = 0;
        var sent = 0;
        var refused = 0;
        for (; left > 0; left -= CallsOfAWorld)
        {
            await using var scene = await RandomScene.StartAsync(random);
            for (var number = 0; number < Math.Min(left, CallsOfAWorld); number++)
            {
                var (tool, arguments) = scene.NextCall();
                var before = scene.World.Sandbox.Requests.Count;
                var entries = scene.World.Log.Entries.Count;

                var result = await scene.World.Catalogue.CallAsync(
                    ToolWorld.Agent,
                    tool.Facts.Name,
                    arguments,
                    null,
                    CancellationToken.None
                );

                var requests = scene.World.Sandbox.Requests.Skip(before).ToList();
                var problems = requests.Select(request => scene.ProblemOf(request)).OfType<string>().ToList();
                Assert.True(
                    problems.Count == 0,
                    $"seed {Seed}, call {calls}, {tool.Facts.Name} {Written(arguments)}: {string.Join(' ', problems)}"
                );
                Assert.Equal(entries + 2, scene.World.Log.Entries.Count);
                Assert.InRange(result.StructuredContent!.Value.GetRawText().Length, 2, 40_000);
                calls++;
                sent += requests.Count;
                refused += result.IsError is true ? 1 : 0;
            }
        }

        output.WriteLine($"{calls} calls, {refused} of them refused or failed, {sent} requests");
        Assert.True(sent > calls / 5, $"Only {sent} requests of {calls} calls: the calls try too little.");
        Assert.True(refused > calls / 5, $"Only {refused} refusals of {calls} calls: the grants deny too little.");
    }

    private static string Written(Dictionary<string, JsonElement> arguments) =>
        string.Join(", ", arguments.Select(argument => $"{argument.Key}={Cut(argument.Value.GetRawText())}"));

    private static string Cut(string text) => text.Length > 80 ? text[..80] : text;
}
