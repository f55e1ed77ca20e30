using System.Text.Json;
using Pinterest.OpenApi.PactCore;

namespace PactNet;

/// <summary>
/// Puts the mock server's findings into lines. Headers of requests, where tokens are, stay out of them.
/// </summary>
internal static class MockServerReport
{
    public static IReadOnlyList<string> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().SelectMany(Lines)];
    }

    private static IEnumerable<string> Lines(JsonElement finding)
    {
        var request = $"{finding.Text("method")} {finding.Text("path")}";
        return finding.Text("type") switch
        {
            "request-not-found" => [$"{request} was sent, and no interaction expects it."],
            "missing-request" => [$"{request} was expected, and was never sent."],
            _ when finding.TryGetProperty("mismatches", out var mismatches) => mismatches
                .EnumerateArray()
                .Select(mismatch => $"{request}, {Mismatch.Read(mismatch)}"),
            var other => [$"{request}: {other}"],
        };
    }
}
