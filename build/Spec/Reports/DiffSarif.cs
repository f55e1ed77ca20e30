using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A comparison as SARIF 2.1.0, for code scanning.</summary>
internal static class DiffSarif
{
    public static string Print(DiffResult result)
    {
        var findings = result.Findings.Concat(result.Ignored).ToList();
        var rules = findings.Select(finding => finding.Rule).Distinct().ToList();
        var operations = ListedNames.OfOperations(result);
        var run = new JObject
        {
            ["tool"] = new JObject
            {
                ["driver"] = new JObject
                {
                    ["name"] = "pinterest-openapi",
                    ["version"] = ReportOrigin.ToolVersion,
                    ["rules"] = new JArray(rules.Select(Rule)),
                },
            },
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = new JArray(
                findings.Select(finding => Result(result, finding, rules.IndexOf(finding.Rule), operations))
            ),
        };
        if (result.Uncompared.Count > 0)
        {
            run["invocations"] = Invocations(result);
        }

        return JsonReport.Print(
            new JObject
            {
                ["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
                ["version"] = "2.1.0",
                ["runs"] = new JArray(run),
            }
        );
    }

    // A run that left places out did not succeed, whatever it found. Without such places SARIF needs no invocation.
    private static JArray Invocations(DiffResult result) =>
        new(
            new JObject
            {
                ["executionSuccessful"] = false,
                ["toolExecutionNotifications"] = new JArray(
                    result.Uncompared.Select(left => new JObject
                    {
                        ["level"] = "error",
                        ["message"] = new JObject { ["text"] = $"Not compared: {left}" },
                    })
                ),
            }
        );

    private static JObject Rule(DiffRule rule) =>
        new()
        {
            ["id"] = rule.Id,
            ["helpUri"] = RulePages.Of(rule),
            ["shortDescription"] = new JObject { ["text"] = rule.Example },
            ["fullDescription"] = new JObject { ["text"] = rule.Why },
            ["help"] = new JObject
            {
                ["text"] = $"{rule.Why} {rule.Remedy}",
                ["markdown"] = $"{rule.Why}\n\n**Remedy:** {rule.Remedy}",
            },
            ["defaultConfiguration"] = new JObject { ["level"] = Level(rule.Worst) },
        };

    private static JObject Result(DiffResult result, Finding finding, int ruleIndex, ListedNames operations)
    {
        var node = new JObject
        {
            ["ruleId"] = finding.Rule.Id,
            ["ruleIndex"] = ruleIndex,
            ["level"] = Level(finding.Severity),
            ["message"] = new JObject { ["text"] = Message(finding) },
            ["locations"] = new JArray(Location(result, finding)),
            ["partialFingerprints"] = new JObject { ["change/v1"] = finding.Fingerprint },
            ["properties"] = Properties(result, finding, operations),
        };
        if ((finding.Accepted ?? finding.IgnoredBecause) is { } reason)
        {
            node["suppressions"] = new JArray(
                new JObject
                {
                    ["kind"] = "external",
                    ["status"] = "accepted",
                    ["justification"] = reason,
                }
            );
        }

        return node;
    }

    private static string Message(Finding finding)
    {
        var used = DiffText.Used(finding) is { } interactions ? $" It {interactions}." : "";
        var remedy = DiffText.Remedy(finding) is { } advice ? $" {advice}" : "";
        return finding.Message + used + remedy;
    }

    private static JObject Location(DiffResult result, Finding finding)
    {
        // What was removed stands in the base only.
        var isInRevision = finding.Pointer.Length > 0 && finding.RevisionPosition is not null;
        var side = isInRevision ? result.Revision : result.Base;
        var position = isInRevision ? finding.RevisionPosition : finding.BasePosition;
        var physical = new JObject { ["artifactLocation"] = new JObject { ["uri"] = Address(side.FileOf(position)) } };
        if (position is { } at)
        {
            physical["region"] = new JObject { ["startLine"] = at.Line, ["startColumn"] = Math.Max(1, at.Column) };
        }

        return new JObject
        {
            ["physicalLocation"] = physical,
            ["logicalLocations"] = new JArray(new JObject { ["fullyQualifiedName"] = finding.Pointer }),
        };
    }

    private static JObject Properties(DiffResult result, Finding finding, ListedNames operations)
    {
        var properties = new JObject
        {
            ["severity"] = finding.Severity.Word(),
            ["direction"] = finding.Direction.Word(),
            ["operations"] = new JArray(operations.Shown(finding.Operations)),
        };
        if (operations.Cuts(finding.Operations))
        {
            properties["operationCount"] = finding.Operations.Count;
        }

        if (result.Contracts is not null)
        {
            properties["interactions"] = new JArray(
                finding.Interactions.Select(one => new JObject
                {
                    ["consumer"] = one.Consumer,
                    ["description"] = one.Description,
                    ["fails"] = one.Fails,
                })
            );
        }

        return properties;
    }

    private static string Level(Severity severity) =>
        severity switch
        {
            Severity.Breaking => "error",
            Severity.PotentiallyBreaking => "warning",
            _ => "note",
        };

    // Code scanning refuses a file whose scheme is not that of the checkout, so an address is named by its host and
    // path.
    private static string Address(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var absolute) && !absolute.IsFile
            ? absolute.Host + absolute.AbsolutePath
            : string.Join('/', source.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
}
