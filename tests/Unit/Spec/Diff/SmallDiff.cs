using System.Text;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>Small descriptions to compare, and how their findings are written.</summary>
internal static class SmallDiff
{
    /// <summary>Writes findings. Example: "enum-value-added compatible; type-changed breaking".</summary>
    public static string Say(DiffResult result) =>
        string.Join("; ", result.Findings.Select(finding => $"{finding.Rule.Id} {finding.Severity.Word()}"));

    /// <summary>A description with the operation GET /a.</summary>
    public static Description Operation(string facts)
    {
        var responses = facts.Contains("responses", StringComparison.Ordinal) ? "" : "\n      responses: {}";
        return Parse(
            $"openapi: 3.0.3\ninfo: {{title: t, version: 1.0.0}}\n"
                + $"paths:\n  /a:\n    get:\n      operationId: x\n      {facts}{responses}"
        );
    }

    /// <summary>A description whose POST /a takes the schema Thing.</summary>
    public static Description Request(string schemas) =>
        Parse(
            "openapi: 3.0.3\ninfo: {title: t, version: 1.0.0}\npaths: {/a: {post: {operationId: x, requestBody: "
                + "{content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}, responses: "
                + "{}}}}\ncomponents:\n  schemas:\n    "
                + schemas.Replace("\n", "\n    ", StringComparison.Ordinal)
        );

    public static Description Parse(string yaml) =>
        DescriptionReader.ReadForComparison(Encoding.UTF8.GetBytes(yaml), "small.yaml");
}
