using System.Text;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>
/// What the table of rules says of everything that is not a schema, there and back. A finding is written as its rule, its severity
/// (! breaking, ? potentially breaking, - compatible) and the values: "tags-changed - a > b".
/// </summary>
public sealed class OperationRuleTests
{
    /// <summary>What an operation says, what another says, what is found from the first to the second, what is found on the way back.</summary>
    public static TheoryData<string, string, string, string> Operations =>
        new()
        {
            // the operation itself
            { "operationId: x", "operationId: y", "operation-id-changed - x > y", "operation-id-changed - y > x" },
            { "tags: [a]", "tags: [b]", "tags-changed - a > b", "tags-changed - b > a" },
            { "deprecated: false", "deprecated: true", "operation-deprecated -  > ", "operation-undeprecated -  > " },
            {
                "x-sunset: '2026-01-01'",
                "x-sunset: '2026-06-01'",
                "sunset-changed - 2026-01-01 > 2026-06-01",
                "sunset-changed - 2026-06-01 > 2026-01-01"
            },
            {
                "x-ratelimit-category: org_read",
                "x-ratelimit-category: ads_read",
                "rate-category-changed ? org_read > ads_read",
                "rate-category-changed ? ads_read > org_read"
            },
            { "x-sandbox: enabled", "x-sandbox: disabled", "sandbox-disabled ?  > ", "sandbox-enabled -  > " },
            // parameters
            {
                "parameters: []",
                "parameters: [{name: a, in: query, schema: {type: string}}]",
                "parameter-added -  > a (query)",
                "parameter-removed ? a (query) > "
            },
            {
                "parameters: []",
                "parameters: [{name: a, in: query, required: true, schema: {type: string}}]",
                "required-parameter-added !  > a (query)",
                "parameter-removed ? a (query) > "
            },
            {
                Query("required: false"),
                Query("required: true"),
                "parameter-became-required !  > ",
                "parameter-became-optional -  > "
            },
            {
                Query("allowEmptyValue: false"),
                Query("allowEmptyValue: true"),
                "empty-value-allowed -  > ",
                "empty-value-forbidden ?  > "
            },
            {
                Query("allowReserved: false"),
                Query("allowReserved: true"),
                "reserved-characters-allowed -  > ",
                "reserved-characters-forbidden ?  > "
            },
            {
                Query("deprecated: false"),
                Query("deprecated: true"),
                "parameter-deprecated -  > ",
                "parameter-undeprecated -  > "
            },
            // bodies
            { "", "requestBody: {content: {}}", "body-added -  > ", "body-removed !  > " },
            { "", "requestBody: {required: true, content: {}}", "required-body-added !  > ", "body-removed !  > " },
            {
                "requestBody: {content: {}}",
                "requestBody: {required: true, content: {}}",
                "body-became-required !  > ",
                "body-became-optional -  > "
            },
            {
                "requestBody: {content: {application/json: {}}}",
                "requestBody: {content: {application/json: {schema: {type: object}}}}",
                "content-described ?  > ",
                "content-undescribed -  > "
            },
            {
                "requestBody: {content: {application/json: {}}}",
                "requestBody: {content: {application/json: {}, text/csv: {}}}",
                "media-type-added -  > text/csv",
                "media-type-removed ! text/csv > "
            },
            // replies
            {
                "responses: {'200': {content: {application/json: {}}}}",
                "responses: {'200': {content: {application/json: {schema: {type: object}}}}}",
                "content-described -  > ",
                "content-undescribed ?  > "
            },
            {
                "responses: {'200': {}}",
                "responses: {'200': {}, '201': {}}",
                "success-status-added -  > 201",
                "success-status-removed ! 201 > "
            },
            {
                "responses: {'200': {}}",
                "responses: {'200': {}, '404': {}}",
                "error-status-added -  > 404",
                "error-status-removed - 404 > "
            },
            { Header(""), Header("A: {schema: {type: string}}"), "header-added -  > A", "header-removed ? A > " },
            {
                Header(""),
                Header("A: {required: true, schema: {type: string}}"),
                "header-added -  > A",
                "required-header-removed ! A > "
            },
            {
                Header("A: {schema: {type: string}}"),
                Header("A: {required: true, schema: {type: string}}"),
                "header-became-required -  > ",
                "header-became-optional !  > "
            },
            { Header("A: {schema: {type: string}}"), Header("a: {schema: {type: string}}"), "", "" },
            // security
            {
                "security: [{oauth: [a]}]",
                "security: [{oauth: [a, b]}]",
                "security-tightened ! oauth (a) > oauth (a, b)",
                "security-relaxed - oauth (a, b) > oauth (a)"
            },
            // words
            {
                "summary: one",
                "summary: two",
                "documentation-changed #  > summary",
                "documentation-changed #  > summary"
            },
            {
                "summary: one, description: more",
                "summary: one",
                "documentation-changed #  > description",
                "documentation-changed #  > description"
            },
        };

    /// <summary>The same for the description as a whole, which has GET /a.</summary>
    public static TheoryData<string, string, string, string> Descriptions =>
        new()
        {
            {
                Paths(""),
                Paths(", /b: {get: {responses: {}}}"),
                "operation-added -  > GET /b",
                "operation-removed ! GET /b > "
            },
            {
                Schemes(""),
                Schemes("key: {type: apiKey, in: header, name: X-Key}"),
                "security-scheme-added -  > key",
                "security-scheme-removed ? key > "
            },
            {
                Schemes("key: {type: apiKey, in: header, name: X-Key}"),
                Schemes("key: {type: apiKey, in: query, name: X-Key}"),
                "security-scheme-changed ? in header > in query",
                "security-scheme-changed ? in query > in header"
            },
            {
                Schemes(Flow("scopes: {a: x}")),
                Schemes(Flow("scopes: {a: x, b: x}")),
                "scope-added -  > b",
                "scope-removed ? b > "
            },
            {
                Servers("{url: 'https://a.example'}"),
                Servers("{url: 'https://a.example'}, {url: 'https://b.example'}"),
                "server-added -  > https://b.example",
                "server-removed ? https://b.example > "
            },
        };

    [Theory]
    [MemberData(nameof(Operations))]
    public void A_change_of_an_operation_is_told_there_and_back(string one, string other, string there, string back) =>
        A_change_of_a_description_is_told_there_and_back(Operation(one), Operation(other), there, back);

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void A_change_of_a_description_is_told_there_and_back(string one, string other, string there, string back) =>
        Assert.Equal($"{there}\n{back}", $"{Compare(Parse(one), Parse(other))}\n{Compare(Parse(other), Parse(one))}");

    private static string Compare(Description before, Description after) =>
        string.Join(
            "; ",
            DescriptionDiff
                .Compare(before, after)
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

    private static string Query(string fact) =>
        $"parameters: [{{name: a, in: query, {fact}, schema: {{type: string}}}}]";

    private static string Header(string headers) => $"responses: {{'200': {{headers: {{{headers}}}}}}}";

    private static string Flow(string scopes) =>
        $"oauth: {{type: oauth2, flows: {{authorizationCode: {{authorizationUrl: 'https://a.example', tokenUrl: 'https://a.example', {scopes}}}}}}}";

    private static string Operation(string facts) => Paths("", facts);

    private static string Paths(string more, string facts = "") =>
        $"paths: {{/a: {{get: {{{facts}{(facts.Contains("responses", StringComparison.Ordinal) ? "" : facts.Length > 0 ? ", responses: {}" : "responses: {}")}}}}}{more}}}";

    private static string Schemes(string schemes) => $"{Paths("")}\ncomponents: {{securitySchemes: {{{schemes}}}}}";

    private static string Servers(string servers) => $"{Paths("")}\nservers: [{servers}]";

    private static Description Parse(string parts) =>
        DescriptionReader.ReadForComparison(
            Encoding.UTF8.GetBytes($"openapi: 3.0.3\ninfo: {{title: t, version: 1.0.0}}\n{parts}"),
            "small.yaml"
        );
}
