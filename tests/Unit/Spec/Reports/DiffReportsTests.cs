using System.Text;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Reports;

/// <summary>Each form of a report is read back by a reader of its own.</summary>
public sealed class DiffReportsTests
{
    private const string Hostile = "</script><img src=x onerror=alert(1)>\u0007\n::error::@everyone `x` %0A]]>";
    private static readonly Lazy<DiffResult> Real = new(() =>
    {
        var store = new ReleaseStore(Repository.Layout.OpenApi);
        return DescriptionDiff.Compare(store.Read("5.17.0"), store.Read("5.18.0"));
    });

    [Fact]
    public void JSON_has_the_fixed_form()
    {
        var root = JObject.Parse(DiffReports.Print(Real.Value, "json"));

        Assert.Equal(1, (int)root["schema"]!);
        Assert.Equal(
            ["version", "source", "sha256"],
            ((JObject)root["base"]!).Properties().Select(member => member.Name)
        );
        Assert.Equal(Real.Value.Count(Severity.Breaking), (int)root["summary"]!["breaking"]!);
        Assert.Equal(JTokenType.Null, root["client"]!.Type);
        foreach (var finding in root["findings"]!)
        {
            Assert.Subset(
                ((JObject)finding).Properties().Select(member => member.Name).ToHashSet(),
                new HashSet<string>
                {
                    "rule",
                    "severity",
                    "direction",
                    "pointer",
                    "basePosition",
                    "revisionPosition",
                    "operations",
                    "old",
                    "new",
                    "message",
                    "remedy",
                    "fingerprint",
                    "clientMembers",
                }
            );
            Assert.True(
                finding["basePosition"]!.Type is JTokenType.Object
                    || finding["revisionPosition"]!.Type is JTokenType.Object
            );
        }
    }

    [Fact]
    public void Pointers_and_positions_lead_to_the_place()
    {
        var store = new ReleaseStore(Repository.Layout.OpenApi);
        var (before, after) = (store.Read("5.17.0").Root, store.Read("5.18.0").Root);
        foreach (var finding in Real.Value.Findings)
        {
            var (now, old) = (JsonPointer.Find(after, finding.Pointer), JsonPointer.Find(before, finding.Pointer));
            Assert.True(now is not null || old is not null, finding.Pointer);
            Assert.True(
                (now is not null && Position.Of(now) == finding.RevisionPosition)
                    || (old is not null && Position.Of(old) == finding.BasePosition),
                finding.Pointer
            );
        }
    }

    [Fact]
    public void Fingerprints_are_unique() =>
        Assert.Distinct(Real.Value.Findings.Select(finding => finding.Fingerprint));

    [Fact]
    public void SARIF_has_rules_with_help_levels_positions_and_fingerprints()
    {
        var run = JObject.Parse(DiffReports.Print(Real.Value, "sarif"))["runs"]![0]!;
        var rules = run["tool"]!["driver"]!["rules"]!;
        Assert.Equal(Real.Value.Findings.Count, run["results"]!.Count());
        foreach (var result in run["results"]!)
        {
            var rule = rules[(int)result["ruleIndex"]!]!;
            Assert.Equal((string)result["ruleId"]!, (string)rule["id"]!);
            Assert.NotEmpty((string)rule["help"]!["text"]!);
            Assert.Contains((string)result["level"]!, new[] { "error", "warning", "note" });
            Assert.True((int)result["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]! > 0);
            Assert.StartsWith(
                "#/",
                (string)result["locations"]![0]!["logicalLocations"]![0]!["fullyQualifiedName"]!,
                StringComparison.Ordinal
            );
            Assert.Matches("^[0-9a-f]{16}$", (string)result["partialFingerprints"]!["change/v1"]!);
        }
    }

    [Theory]
    [InlineData("https://example.com/v5/open api.json", "example.com/v5/open%20api.json")]
    [InlineData("openapi/new description.json", "openapi/new%20description.json")]
    public void SARIF_names_a_file_as_code_scanning_takes_it(string source, string expected)
    {
        var named = Real.Value with
        {
            Base = Real.Value.Base with { Source = source },
            Revision = Real.Value.Revision with { Source = source },
        };
        var results = JObject.Parse(DiffReports.Print(named, "sarif"))["runs"]![0]!["results"]!;
        Assert.All(
            results,
            result =>
                Assert.Equal(
                    expected,
                    (string)result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!
                )
        );
    }

    [Fact]
    public void JUnit_has_a_failure_for_each_break()
    {
        var suite = XDocument.Parse(DiffReports.Print(Real.Value, "junit")).Root!.Element("testsuite")!;
        Assert.Equal(Real.Value.Count(Severity.Breaking), suite.Descendants("failure").Count());
        Assert.Equal(
            ((int)suite.Attribute("tests")!, (int)suite.Attribute("failures")!),
            (suite.Elements("testcase").Count(), suite.Descendants("failure").Count())
        );
    }

    [Fact]
    public void Markdown_fits_a_comment_and_has_the_worst_first()
    {
        var store = new ReleaseStore(Repository.Layout.OpenApi);
        var large = DiffReports.Print(DescriptionDiff.Compare(store.Read("5.0.0"), store.Read("5.23.0")), "markdown");
        Assert.InRange(large.Length, 1_000, 65_536);

        var text = DiffReports.Print(Real.Value, "markdown");
        Assert.True(text.IndexOf("🔴", StringComparison.Ordinal) < text.IndexOf("🟢", StringComparison.Ordinal));
        Assert.Equal(text.Split("<details").Length, text.Split("</details>").Length);
    }

    [Fact]
    public void What_a_hostile_description_says_stays_text()
    {
        var result = DescriptionDiff.Compare(Parse(new JArray("a")), Parse(new JArray("a", Hostile)));
        Assert.Contains(
            result.Findings,
            finding => finding.RevisionText!.Contains("onerror", StringComparison.Ordinal)
        );

        var html = DiffReports.Print(result, "html");
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("</script>").Length);
        Assert.DoesNotContain("http://", html, StringComparison.Ordinal);
        var withoutRules = html.Replace(
            $"href=\"{RulePages.Of(result.Findings[0].Rule)}\"",
            "",
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("https://", withoutRules, StringComparison.Ordinal);
        var markdown = DiffReports.Print(result, "markdown");
        Assert.DoesNotContain("<img", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("\n::error::@", DiffReports.Print(result, "github"), StringComparison.Ordinal);
        XDocument.Parse(DiffReports.Print(result, "junit"));
        JObject.Parse(DiffReports.Print(result, "sarif"));
    }

    [Fact]
    public void Every_rule_is_listed_and_explained()
    {
        Assert.Distinct(DiffRules.All.Select(rule => rule.Id));
        foreach (var rule in DiffRules.All)
        {
            Assert.Contains(rule.Id, DiffReports.Rules("text"), StringComparison.Ordinal);
            var text = DiffReports.Explain(rule);
            Assert.All(
                new[] { rule.Why, rule.Remedy, rule.Example },
                part => Assert.Contains(part, text, StringComparison.Ordinal)
            );
            Assert.True(rule.InRequest is not null || rule.InResponse is not null, rule.Id);
        }
    }

    private static Description Parse(JArray values) =>
        DescriptionReader.ReadForComparison(
            Encoding.UTF8.GetBytes(
                new JObject
                {
                    ["openapi"] = "3.0.3",
                    ["paths"] = new JObject
                    {
                        ["/" + Hostile] = new JObject
                        {
                            ["get"] = new JObject
                            {
                                ["tags"] = new JArray(Hostile),
                                ["responses"] = new JObject
                                {
                                    ["200"] = new JObject
                                    {
                                        ["content"] = new JObject
                                        {
                                            ["application/json"] = new JObject
                                            {
                                                ["schema"] = new JObject { ["type"] = "string", ["enum"] = values },
                                            },
                                        },
                                    },
                                },
                            },
                        },
                    },
                }.ToString()
            ),
            "hostile.json"
        );
}
