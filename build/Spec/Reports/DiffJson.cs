using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;

namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>
/// A comparison for programs. The form is fixed; its number grows when it changes. A comparison whose lists of operations
/// had to be cut has a number of its own, so that no program takes them for complete.
/// </summary>
internal static class DiffJson
{
    private const int Schema = 1;
    private const int SchemaWithCutLists = 2;

    public static string Print(DiffResult result) => JsonReport.Print(ToJson(result));

    // What is said of contracts stands there only when contracts were given.
    internal static JObject ToJson(DiffResult result)
    {
        var json = Result(result);
        if (result.Ignored.Count > 0)
        {
            AddIgnored(json, result);
        }

        if (result.Uncompared.Count > 0)
        {
            json.Property("notices")!.AddAfterSelf(Uncompared(result));
        }

        if (result.Contracts is { } contracts)
        {
            json["contracts"] = new JObject
            {
                ["interactions"] = contracts.Interactions,
                ["broken"] = new JArray(
                    contracts.Broken.Select(broken => new JObject
                    {
                        ["consumer"] = broken.Consumer,
                        ["description"] = broken.Description,
                        ["problems"] = new JArray(
                            broken.Problems.Select(problem => new JObject
                            {
                                ["place"] = problem.Place,
                                ["expected"] = problem.Expected,
                                ["actual"] = problem.Actual,
                                ["message"] = problem.Message,
                            })
                        ),
                    })
                ),
            };
            foreach (var (finding, node) in result.Findings.Zip(json["findings"]!.OfType<JObject>()))
            {
                node["interactions"] = new JArray(
                    finding.Interactions.Select(one => new JObject
                    {
                        ["consumer"] = one.Consumer,
                        ["description"] = one.Description,
                        ["fails"] = one.Fails,
                    })
                );
            }
        }

        return json;
    }

    // What was ignored stands there only when something was.
    private static void AddIgnored(JObject json, DiffResult result)
    {
        json["summary"]!["ignored"] = result.Ignored.Count;
        json["ignoredBy"] = result.IgnoredBy;
        json["ignored"] = new JArray(
            result.Ignored.Select(finding => new JObject
            {
                ["rule"] = finding.Rule.Id,
                ["severity"] = finding.Severity.Word(),
                ["pointer"] = finding.Pointer,
                ["message"] = finding.Message,
                ["fingerprint"] = finding.Fingerprint,
                ["reason"] = finding.IgnoredBecause,
            })
        );
    }

    // It stands there only when something was not compared.
    private static JProperty Uncompared(DiffResult result) =>
        new(
            "uncompared",
            new JArray(
                result.Uncompared.Select(left => new JObject
                {
                    ["side"] = left.Side,
                    ["place"] = left.Place,
                    ["reason"] = left.Reason,
                })
            )
        );

    private static JObject Result(DiffResult result)
    {
        var operations = ListedNames.OfOperations(result);
        return new()
        {
            ["schema"] = operations.Cut > 0 ? SchemaWithCutLists : Schema,
            ["base"] = Side(result.Base),
            ["revision"] = Side(result.Revision),
            ["summary"] = new JObject
            {
                ["breaking"] = result.Count(Severity.Breaking),
                ["potentiallyBreaking"] = result.Count(Severity.PotentiallyBreaking),
                ["compatible"] = result.Count(Severity.Compatible),
                ["documentation"] = result.Count(Severity.Documentation),
                ["accepted"] = result.Findings.Count(finding => finding.Accepted is not null),
            },
            ["notices"] = new JArray(operations.Notices(result)),
            ["client"] = result.Client is { } client
                ? new JObject
                {
                    ["semver"] = client.SemVer,
                    ["removed"] = new JArray(client.Removed),
                    ["changed"] = new JArray(client.Changed),
                    ["added"] = new JArray(client.Added),
                }
                : JValue.CreateNull(),
            ["clientReason"] = result.ClientReason,
            ["findings"] = new JArray(result.Findings.Select(finding => Finding(finding, operations))),
        };
    }

    private static JObject Side(DiffSide side) =>
        new()
        {
            ["version"] = side.Version,
            ["source"] = side.Source,
            ["sha256"] = side.Sha256,
        };

    private static JObject Finding(Finding finding, ListedNames operations)
    {
        var node = new JObject
        {
            ["rule"] = finding.Rule.Id,
            ["severity"] = finding.Severity.Word(),
            ["direction"] = finding.Direction.Word(),
            ["pointer"] = finding.Pointer,
            ["basePosition"] = At(finding.BasePosition),
            ["revisionPosition"] = At(finding.RevisionPosition),
            ["operations"] = new JArray(operations.Shown(finding.Operations)),
            ["old"] = finding.BaseText,
            ["new"] = finding.RevisionText,
            ["message"] = finding.Message,
            ["remedy"] = finding.Rule.Remedy,
            ["fingerprint"] = finding.Fingerprint,
            ["clientMembers"] = new JArray(finding.ClientMembers),
            ["accepted"] = finding.Accepted,
        };
        if (operations.Cuts(finding.Operations))
        {
            node.Property("operations")!.AddAfterSelf(new JProperty("operationCount", finding.Operations.Count));
        }

        return node;
    }

    private static JToken At(Position? position) =>
        position switch
        {
            null => JValue.CreateNull(),
            { File: { } file } other => new JObject
            {
                ["line"] = other.Line,
                ["column"] = other.Column,
                ["file"] = file,
            },
            { } at => new JObject { ["line"] = at.Line, ["column"] = at.Column },
        };
}
