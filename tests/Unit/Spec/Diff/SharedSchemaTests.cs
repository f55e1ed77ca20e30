using System.Text;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>
/// Many operations that share a schema with many changes: what is kept and what is written grows with the descriptions,
/// and not with the number of operations times the number of changes.
/// </summary>
public sealed class SharedSchemaTests
{
    private const int Many = 1_000;
    private const int MaxReport = 6_000_000;
    private static readonly Lazy<DiffResult> Large = new(() => Compare(Many, Many));

    [Fact]
    public void Findings_that_reach_the_same_operations_share_their_list()
    {
        Assert.Equal(Many, Large.Value.Findings.Count);
        Assert.Equal(Many, Large.Value.Findings[0].Operations.Count);
        Assert.All(
            Large.Value.Findings,
            finding =>
            {
                Assert.Same(Large.Value.Findings[0].Operations, finding.Operations);
                Assert.Same(Large.Value.Findings[0].Groups, finding.Groups);
            }
        );
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("junit")]
    [InlineData("github")]
    [InlineData("html")]
    public void A_report_is_bounded(string format) =>
        Assert.InRange(DiffReports.Print(Large.Value, format).Length, 100, MaxReport);

    [Fact]
    public void JSON_says_that_lists_are_cut_and_how_long_they_are()
    {
        var root = JObject.Parse(DiffReports.Print(Large.Value, "json"));

        Assert.Equal(2, (int)root["schema"]!);
        Assert.Contains(
            root["notices"]!,
            notice => ((string)notice!).StartsWith($"{Many} findings reach more", StringComparison.Ordinal)
        );
        Assert.All(root["findings"]!, AssertCut);
    }

    [Fact]
    public void SARIF_says_how_long_a_list_is()
    {
        var run = JObject.Parse(DiffReports.Print(Large.Value, "sarif"))["runs"]![0]!;
        Assert.All(run["results"]!, result => AssertCut(result["properties"]!));
    }

    [Fact]
    public void JUnit_says_how_much_of_a_list_is_missing()
    {
        var failures = XDocument.Parse(DiffReports.Print(Large.Value, "junit")).Descendants("failure").ToList();
        Assert.Equal(Many, failures.Count);
        Assert.All(
            failures,
            failure =>
            {
                var lines = failure.Value.Split('\n');
                var listed = lines.Count(line => line.StartsWith("GET ", StringComparison.Ordinal));
                Assert.Contains($"and {Many - listed} more", lines);
            }
        );
    }

    [Fact]
    public void A_page_says_how_much_is_missing_and_offers_no_filter_that_would_hide_findings()
    {
        var page = DiffReports.Print(Large.Value, "html");

        Assert.Contains($"{Many} findings reach more", page, StringComparison.Ordinal);
        Assert.Equal(Many + 1, page.Split($"<dt>Operations ({Many})</dt>").Length);
        Assert.DoesNotContain("<option>GET ", page, StringComparison.Ordinal);
        Assert.Contains("<option>group</option>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_that_fit_are_complete()
    {
        var result = Compare(operations: 300, changes: 10);
        var root = JObject.Parse(DiffReports.Print(result, "json"));

        Assert.Equal(1, (int)root["schema"]!);
        Assert.All(
            root["findings"]!,
            finding =>
            {
                Assert.Equal(300, finding["operations"]!.Count());
                Assert.Null(finding["operationCount"]);
            }
        );
        Assert.Contains("<option>GET ", DiffReports.Print(result, "html"), StringComparison.Ordinal);
    }

    private static void AssertCut(JToken finding)
    {
        var listed = finding["operations"]!.Select(name => (string)name!).ToList();
        Assert.Equal(Large.Value.Findings[0].Operations.Take(listed.Count), listed);
        Assert.InRange(listed.Count, 3, Many - 1);
        Assert.Equal(Many, (int)finding["operationCount"]!);
    }

    private static DiffResult Compare(int operations, int changes)
    {
        var sides = new Sides<string>("string", "integer").Select(type =>
            Description(
                operations,
                new JObject(
                    Enumerable.Range(0, changes).Select(i => new JProperty($"p{i}", new JObject { ["type"] = type }))
                )
            )
        );
        return DescriptionDiff.Compare(sides.Base, sides.Revision);
    }

    // Operations that all answer with one schema.
    private static Description Description(int operations, JObject properties)
    {
        var root = new JObject
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JObject { ["title"] = "t", ["version"] = "1.0.0" },
            ["paths"] = new JObject(
                Enumerable
                    .Range(0, operations)
                    .Select(i => new JProperty(
                        $"/operations/which/share/a/schema/{i}",
                        new JObject { ["get"] = Operation(i) }
                    ))
            ),
            ["components"] = new JObject
            {
                ["schemas"] = new JObject
                {
                    ["Shared"] = new JObject { ["type"] = "object", ["properties"] = properties },
                },
            },
        };
        return DescriptionReader.ReadForComparison(Encoding.UTF8.GetBytes(root.ToString()), "a.json");
    }

    private static JObject Operation(int number) =>
        JObject.Parse(
            $$"""
            { "operationId": "o{{number}}", "tags": ["group"], "responses": { "200": { "description": "",
              "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Shared" } } } } } }
            """
        );
}
