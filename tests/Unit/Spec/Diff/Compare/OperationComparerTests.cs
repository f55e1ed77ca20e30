using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Diff.Compare;

/// <summary>Changes of operations, each on the smallest description that shows it.</summary>
public sealed class OperationComparerTests
{
    public static TheoryData<string, string, string> Operations =>
        new()
        {
            {
                "parameters: [{name: a, in: query, schema: {type: string}}]",
                "parameters: []",
                "parameter-removed potentially-breaking"
            },
            {
                "",
                "parameters: [{name: a, in: query, required: true, schema: {type: string}}]",
                "required-parameter-added breaking"
            },
            { "", "parameters: [{name: a, in: query, schema: {type: string}}]", "parameter-added compatible" },
            {
                "parameters: [{name: X-A, in: header, schema: {type: string}}]",
                "parameters: [{name: x-a, in: header, schema: {type: string}}]",
                ""
            },
            {
                "parameters: [{name: a, in: query, explode: true, schema: {type: string}}]",
                "parameters: [{name: a, in: query, explode: false, schema: {type: string}}]",
                ""
            },
            {
                "parameters: [{name: a, in: query, schema: {type: array, items: {type: string}}}]",
                "parameters: [{name: a, in: query, explode: false, schema: {type: array, items: {type: string}}}]",
                "parameter-style-changed breaking"
            },
            {
                "parameters: [{name: a, in: query, schema: {type: integer, default: 25}}]",
                "parameters: [{name: a, in: query, schema: {type: integer, default: 50}}]",
                "default-changed potentially-breaking"
            },
            {
                "x-ratelimit-category: org_read",
                "x-ratelimit-category: org_write",
                "rate-category-changed potentially-breaking"
            },
            { "x-sandbox: enabled", "x-sandbox: disabled", "sandbox-disabled potentially-breaking" },
            { "deprecated: false", "deprecated: true", "operation-deprecated compatible" },
            { "security: [{oauth: [a]}]", "security: [{oauth: [a, b]}]", "security-tightened breaking" },
            { "security: [{oauth: [a, b]}]", "security: [{oauth: [a]}]", "security-relaxed compatible" },
            { "security: [{oauth: [a]}]", "security: [{oauth: [a]}, {other: []}]", "security-relaxed compatible" },
            { "security: [{oauth: [a]}, {other: []}]", "security: [{oauth: [a]}]", "security-tightened breaking" },
            {
                "requestBody: {content: {application/json: {schema: {type: object}}}}",
                "requestBody: {required: true, content: {application/json: {schema: {type: object}}}}",
                "body-became-required breaking"
            },
            {
                "requestBody: {content: {application/json: {schema: {type: object}}}}",
                "requestBody: {content: {application/xml: {schema: {type: object}}}}",
                "media-type-removed breaking; media-type-added compatible"
            },
            {
                "servers: [{url: 'https://a.example'}]",
                "servers: [{url: 'https://b.example'}]",
                "server-removed potentially-breaking; server-added compatible"
            },
            { "", "servers: [{url: 'https://a.example'}]", "server-added compatible" },
            {
                "responses: {'200': {description: x}}",
                "responses: {'200': {description: x}, '201': {description: x}}",
                "success-status-added compatible"
            },
            {
                "responses: {'200': {description: x}}",
                "responses: {'201': {description: x}}",
                "success-status-removed breaking; success-status-added compatible"
            },
            {
                "responses: {'200': {description: x}, '404': {description: x}}",
                "responses: {'200': {description: x}, default: {description: x}}",
                "error-status-added compatible"
            },
            {
                "responses: {'200': {description: x, headers: {A: {required: true, schema: {type: string}}}}}",
                "responses: {'200': {description: x}}",
                "required-header-removed breaking"
            },
        };

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_change_is_judged(string baseSide, string revisionSide, string expected) =>
        Assert.Equal(
            expected,
            SmallDiff.Say(DescriptionDiff.Compare(SmallDiff.Operation(baseSide), SmallDiff.Operation(revisionSide)))
        );
}
