using System.Text;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// Compares two operations or descriptions there and back. A finding is written as its rule, its severity (! breaking,
/// ? potentially breaking, - compatible, # documentation) and the values. Example: "tags-changed - a > b".
/// </summary>
internal static class OperationRuleTable
{
    /// <summary>Checks what is found between two operations GET /a.</summary>
    public static void CheckOperation(string one, string other, string there, string back) =>
        CheckDescription(Operation(one), Operation(other), there, back);

    /// <summary>Checks what is found between two descriptions.</summary>
    public static void CheckDescription(string one, string other, string there, string back) =>
        Assert.Equal($"{there}\n{back}", $"{Compare(Parse(one), Parse(other))}\n{Compare(Parse(other), Parse(one))}");

    private static string Compare(Description baseSide, Description revisionSide) =>
        string.Join(
            "; ",
            DescriptionDiff
                .Compare(baseSide, revisionSide)
                .Findings.OrderBy(finding => finding.Rule.Id, StringComparer.Ordinal)
                .Select(finding =>
                    $"{finding.Rule.Id} {Sign(finding.Severity)} {finding.BaseText} > {finding.RevisionText}"
                )
        );

    private static char Sign(Severity severity) =>
        severity switch
        {
            Severity.Breaking => '!',
            Severity.PotentiallyBreaking => '?',
            Severity.Compatible => '-',
            _ => '#',
        };

    private static string Operation(string facts) => Paths("", facts);

    public static string Paths(string more, string facts = "")
    {
        var hasResponses = facts.Contains("responses", StringComparison.Ordinal);
        var separator = hasResponses || facts.Length == 0 ? "" : ", ";
        var responses = hasResponses ? "" : "responses: {}";
        return $"paths: {{/a: {{get: {{{facts}{separator}{responses}}}}}{more}}}";
    }

    public static string Schemes(string schemes) => $"{Paths("")}\ncomponents: {{securitySchemes: {{{schemes}}}}}";

    public static string Servers(string servers) => $"{Paths("")}\nservers: [{servers}]";

    private static Description Parse(string parts) =>
        DescriptionReader.ReadForComparison(
            Encoding.UTF8.GetBytes($"openapi: 3.0.3\ninfo: {{title: t, version: 1.0.0}}\n{parts}"),
            "small.yaml"
        );
}
