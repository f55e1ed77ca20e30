using System.Text;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Unit.Spec.Diff.Rules;

/// <summary>
/// Compares two schemas there and back. A finding is written as its rule, its severity in a response and in a request
/// (! breaking, ? potentially breaking, - compatible, . not found), and the values. Example: "maxLength-decreased -! 10
/// > 5".
/// </summary>
internal static class SchemaRuleTable
{
    public static void Check(string one, string other, string there, string back) =>
        Assert.Equal($"{there}\n{back}", $"{Compare(one, other)}\n{Compare(other, one)}");

    private static string Compare(string one, string other)
    {
        var inResponse = DescriptionDiff.Compare(Response(one), Response(other)).Findings;
        var inRequest = DescriptionDiff.Compare(Request(one), Request(other)).Findings;
        var rules = inResponse
            .Concat(inRequest)
            .Select(finding => finding.Rule)
            .Distinct()
            .OrderBy(rule => rule.Id, StringComparer.Ordinal);
        return string.Join(
            "; ",
            rules.Select(rule =>
            {
                var response = inResponse.SingleOrDefault(finding => finding.Rule == rule);
                var request = inRequest.SingleOrDefault(finding => finding.Rule == rule);
                var shown = (response ?? request)!;
                return $"{rule.Id} {Sign(response)}{Sign(request)} {shown.BaseText} > {shown.RevisionText}";
            })
        );

        static char Sign(Finding? finding) =>
            finding?.Severity switch
            {
                null => '.',
                Severity.Breaking => '!',
                Severity.PotentiallyBreaking => '?',
                Severity.Compatible => '-',
                _ => '#',
            };
    }

    private static Description Response(string schema) =>
        Parse(
            $"{{get: {{operationId: x, responses: {{'200': {{description: x, content: {{application/json: "
                + $"{{schema: {Braced(schema)}}}}}}}}}}}}}"
        );

    private static Description Request(string schema) =>
        Parse(
            $"{{post: {{operationId: x, requestBody: {{content: {{application/json: {{schema: {Braced(schema)}}}}}}}, responses: {{}}}}}}"
        );

    private static string Braced(string schema) => schema.StartsWith('{') ? schema : $"{{{schema}}}";

    private static Description Parse(string path) =>
        DescriptionReader.ReadForComparison(
            Encoding.UTF8.GetBytes($"openapi: 3.1.0\ninfo: {{title: t, version: 1.0.0}}\npaths: {{/a: {path}}}"),
            "small.yaml"
        );
}
