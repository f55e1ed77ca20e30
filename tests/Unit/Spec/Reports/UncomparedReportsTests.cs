using System.Text;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>A place that was not compared is in every form of the report, and in none as something good.</summary>
public sealed class UncomparedReportsTests
{
    private const string Reason = "was not followed";

    private static readonly DiffResult Result = DescriptionDiff.Compare(Read("1"), Read("2"));

    public static TheoryData<string> Formats => [.. DiffReports.Formats];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_form_says_that_something_was_not_compared(string format) =>
        Assert.Contains("not compared", DiffReports.Print(Result, format), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void JUnit_has_an_error_and_no_passed_test()
    {
        var suite = XDocument.Parse(DiffReports.Print(Result, "junit")).Descendants("testsuite").Single();

        Assert.Equal("2", (string?)suite.Attribute("errors"));
        Assert.Equal("2", (string?)suite.Attribute("tests"));
        Assert.All(
            suite.Elements("testcase"),
            test => Assert.Contains(Reason, (string?)test.Element("error")?.Attribute("message"))
        );
    }

    [Fact]
    public void GitHub_gets_an_error_for_each_place()
    {
        var lines = DiffReports.Print(Result, "github").Split('\n');
        Assert.Equal(2, lines.Count(line => line.StartsWith("::error title=not compared::", StringComparison.Ordinal)));
    }

    [Fact]
    public void SARIF_says_that_the_run_did_not_succeed()
    {
        var run = JObject.Parse(DiffReports.Print(Result, "sarif"))["runs"]![0]!;
        Assert.False((bool)run["invocations"]![0]!["executionSuccessful"]!);
        Assert.Equal(2, run["invocations"]![0]!["toolExecutionNotifications"]!.Count());
    }

    private static Description Read(string version) =>
        DescriptionReader.ReadForComparison(
            Encoding.UTF8.GetBytes(
                $$$$"""
                openapi: 3.0.3
                info: {title: t, version: "{{{{version}}}}"}
                paths:
                  /a:
                    get:
                      operationId: op
                      responses:
                        "200":
                          description: d
                          content: {application/json: {schema: {$ref: "missing.yaml#/A"}}}
                """
            ),
            $"{version}.yaml"
        );
}
