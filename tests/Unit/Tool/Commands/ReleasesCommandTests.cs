using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

/// <summary>The ledger of the releases.</summary>
public sealed class ReleasesCommandTests
{
    [Fact]
    public async Task Every_stored_release_has_a_row_and_no_silence_is_taken_for_harmless()
    {
        var (code, output, _) = await ToolRun.Of("releases", "--format", "json", "--repository", Repository.Root);

        var rows = (JArray)JObject.Parse(output)["releases"]!;
        Assert.Equal((0, 26), (code, rows.Count));
        Assert.Equal(
            [
                "unknown",
                "unknown",
                "listed",
                "listed",
                "requires-migration",
                "requires-migration",
                "requires-migration",
                "breaking",
            ],
            rows.TakeLast(8).Select(row => (string)row["pinterest"]!)
        );
        Assert.Contains(
            "minItems stands on items of type string",
            rows.Last!["disagreements"]!.ToString(),
            StringComparison.Ordinal
        );
        Assert.All(
            rows.Skip(1),
            row =>
                Assert.Equal(
                    (int)row["operations"]!["count"]!,
                    (int)row.Previous!["operations"]!["count"]!
                        + (int)row["operations"]!["added"]!
                        - (int)row["operations"]!["removed"]!
                )
        );
        foreach (var format in new[] { "text", "markdown", "html" })
        {
            Assert.Contains(
                "5.23.0",
                (await ToolRun.Of("releases", "--format", format, "--repository", Repository.Root)).Output,
                StringComparison.Ordinal
            );
        }
    }
}
