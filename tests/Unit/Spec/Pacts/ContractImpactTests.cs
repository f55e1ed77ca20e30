using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pacts;

/// <summary>What breaks you, apart from what breaks somebody.</summary>
public sealed class ContractImpactTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_break_at_a_place_that_is_used_names_the_interactions()
    {
        var (code, json) = await DiffAsync(root =>
        {
            root["components"]!["schemas"]!["BoardBase"]!["properties"]!["name"] = new JObject { ["type"] = "integer" };
            ((JObject)root["paths"]!).Remove("/catalogs");
        });

        Assert.Equal(1, code);
        var broken = json["contracts"]!["broken"]!.Select(one => (string?)one["description"]).ToList();
        Assert.Contains("a request for a board", broken);
        Assert.DoesNotContain("a request for a Pin", broken);
        var type = json["findings"]!.Single(finding => (string?)finding["rule"] == "type-changed");
        Assert.True(
            (bool)type["interactions"]!.Single(one => (string?)one["description"] == "a request for a board")["fails"]!
        );
        Assert.False(
            (bool)
                type["interactions"]!.Single(one =>
                    (string?)one["description"] == "a request for a board that does not exist"
                )["fails"]!
        );
        Assert.All(
            json["findings"]!.Where(finding => (string?)finding["rule"] == "operation-removed"),
            finding => Assert.Empty(finding["interactions"]!)
        );
    }

    [Fact]
    public async Task A_break_that_nobody_uses_is_none_of_ours()
    {
        var (code, json) = await DiffAsync(root => ((JObject)root["paths"]!).Remove("/catalogs"));
        Assert.Equal((0, 0), (code, json["contracts"]!["broken"]!.Count()));
        Assert.True((int)json["summary"]!["breaking"]! > 0);
    }

    [Theory]
    [InlineData("an operation", "/pins/{pin_id}/save", "a request to save a Pin to a board")]
    [InlineData("a required parameter", "/pins/{pin_id}/save", "a request to save a Pin to a board")]
    public async Task What_is_gone_or_demanded_breaks_its_interaction(string what, string path, string expected)
    {
        var (code, json) = await DiffAsync(root =>
        {
            if (what == "an operation")
            {
                ((JObject)root["paths"]!).Remove(path);
            }
            else
            {
                ((JArray)root["paths"]![path]!["post"]!["parameters"]!).Add(
                    new JObject
                    {
                        ["in"] = "query",
                        ["name"] = "reason",
                        ["required"] = true,
                        ["schema"] = new JObject { ["type"] = "string" },
                    }
                );
            }
        });
        Assert.Equal(1, code);
        Assert.Equal([expected], json["contracts"]!["broken"]!.Select(one => (string?)one["description"]));
        Assert.Contains(json["findings"]!, finding => finding["interactions"]!.Any(one => (bool)one["fails"]!));
    }

    [Fact]
    public async Task The_real_last_release_breaks_somebody_and_not_us()
    {
        var (code, output, _) = await ToolRun.Of(
            "diff",
            "5.22.0",
            "5.23.0",
            "--no-client",
            "--pacts",
            Repository.Layout.Pacts,
            "--fail-on",
            "breaks-contracts",
            "--repository",
            Repository.Root
        );
        Assert.Equal(0, code);
        Assert.Contains("CONTRACTS: 0 of ", output, StringComparison.Ordinal);
        Assert.Contains("5.22.0 -> 5.23.0: 2 breaking", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("github")]
    public async Task Every_report_says_what_breaks_you(string format)
    {
        var revision = Repository.Description();
        revision["components"]!["schemas"]!["BoardBase"]!["properties"]!["name"] = new JObject { ["type"] = "integer" };
        var (_, output, _) = await ToolRun.Of(
            "diff",
            Repository.Layout.PinnedDescription,
            _folder.Write("revision.json", revision.ToString()),
            "--no-client",
            "--only-contracts",
            "--pacts",
            Repository.Layout.Pacts,
            "--format",
            format,
            "--repository",
            Repository.Root
        );
        Assert.Contains("breaks you: a request for a board", output, StringComparison.Ordinal);
        if (format is not ("sarif" or "junit"))
        {
            Assert.Contains("recorded interactions break", output, StringComparison.Ordinal);
        }

        if (format == "sarif")
        {
            Assert.Contains(
                JObject.Parse(output)["runs"]![0]!["results"]!,
                result => result["properties"]!["interactions"]!.Any(one => (bool)one["fails"]!)
            );
        }
    }

    private async Task<(int Code, JObject Json)> DiffAsync(Action<JObject> change)
    {
        var revision = Repository.Description();
        change(revision);
        var (code, output, errors) = await ToolRun.Of(
            "diff",
            Repository.Layout.PinnedDescription,
            _folder.Write("revision.json", revision.ToString()),
            "--no-client",
            "--pacts",
            Repository.Layout.Pacts,
            "--fail-on",
            "breaks-contracts",
            "--format",
            "json",
            "--repository",
            Repository.Root
        );
        Assert.Equal("", errors);
        return (code, JObject.Parse(output));
    }
}
