using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

/// <summary>A class of its own, because it compiles a client and other checks can run meanwhile.</summary>
public sealed class CheckCandidateTests
{
    [Fact]
    public async Task A_candidate_is_generated_compiled_and_held_against_the_contracts()
    {
        using var repository = TemporaryFolder.WithContracts();
        var candidate = Repository.Description();
        candidate["info"]!["version"] = "5.24.0";
        candidate["components"]!["schemas"]!["BoardBase"]!["properties"]!["pin_count"] = new JObject
        {
            ["type"] = "string",
        };

        var (code, output, errors) = await ToolRun.Of(
            "check",
            "--repository",
            repository,
            "--candidate",
            repository.Write("candidate.json", candidate.ToString())
        );

        Assert.True(code == 1, errors);
        Assert.StartsWith(
            "Pinterest API 5.28.0 (reconstructed): 1 problem\nPROBLEM  The candidate 5.24.0 has ",
            output,
            StringComparison.Ordinal
        );
        var page = await File.ReadAllTextAsync(Path.Combine(repository, "artifacts", "report", "index.html"));
        Assert.Contains("Problem: The candidate 5.24.0 has ", page, StringComparison.Ordinal);
        Assert.DoesNotContain(": good", page, StringComparison.Ordinal);
        Assert.Contains("candidate  its client was generated and compiles", output, StringComparison.Ordinal);
        Assert.Contains("breaks you: a request for a board", output, StringComparison.Ordinal);
        Assert.Contains("CLIENT: major", output, StringComparison.Ordinal);
        Assert.Contains(
            "breaks you",
            await File.ReadAllTextAsync(Path.Combine(repository, "artifacts", "report", "diff.html")),
            StringComparison.Ordinal
        );
    }
}
