using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>What a report must get right to be trusted, each on the smallest description that shows it.</summary>
public sealed class DiffTests
{
    private const string Thing = "Thing: {type: object, properties: {a: {type: string}}}";

    public static TheoryData<string, string, string, string> Schemas =>
        new()
        {
            // what the reply was, what it is, what is found in the reply (GET), what is found in the body (POST)
            {
                "Thing: {type: string, enum: [A]}",
                "Thing: {type: string, enum: [A, B]}",
                "enum-value-added potentially-breaking",
                "enum-value-added compatible"
            },
            {
                "Thing: {type: string, enum: [A, B]}",
                "Thing: {type: string, enum: [A]}",
                "enum-value-removed compatible",
                "enum-value-removed breaking"
            },
            {
                "Thing: {type: string}",
                "Thing: {type: string, nullable: true}",
                "became-nullable breaking",
                "became-nullable compatible"
            },
            {
                "Thing: {type: string, nullable: true}",
                "Thing: {type: string}",
                "became-not-nullable compatible",
                "became-not-nullable breaking"
            },
            {
                "Thing: {type: string, maxLength: 9}",
                "Thing: {type: string, maxLength: 5}",
                "maxLength-decreased compatible",
                "maxLength-decreased breaking"
            },
            {
                "Thing: {type: integer, minimum: 1}",
                "Thing: {type: integer, minimum: 1, exclusiveMinimum: true}",
                "minimum-increased compatible",
                "minimum-increased breaking"
            },
            {
                "Thing: {type: array, items: {type: string}}",
                "Thing: {type: array, items: {type: string}, maxItems: 3}",
                "maxItems-decreased compatible",
                "maxItems-decreased breaking"
            },
            { "Thing: {type: integer}", "Thing: {type: number}", "type-widened breaking", "type-widened compatible" },
            { "Thing: {type: number}", "Thing: {type: integer}", "type-narrowed compatible", "type-narrowed breaking" },
            { "Thing: {type: string}", "Thing: {type: boolean}", "type-changed breaking", "type-changed breaking" },
            {
                "Thing: {type: integer, format: int32}",
                "Thing: {type: integer, format: int64}",
                "format-widened breaking",
                "format-widened compatible"
            },
            {
                "Thing: {type: string, pattern: '^\\d+$'}",
                "Thing: {type: string, pattern: '^[C]?\\d+$'}",
                "pattern-widened potentially-breaking",
                "pattern-widened compatible"
            },
            {
                "Thing: {type: string, pattern: '^\\w+$'}",
                "Thing: {type: string, pattern: '^[\\w\\s]+$'}",
                "pattern-widened potentially-breaking",
                "pattern-widened compatible"
            },
            {
                "Thing: {type: string, pattern: '^a(?=b)'}",
                "Thing: {type: string, pattern: '^a(?=c)'}",
                "pattern-changed potentially-breaking",
                "pattern-changed potentially-breaking"
            },
            {
                Thing,
                "Thing: {type: object, properties: {a: {type: string}, b: {type: string}}}",
                "property-added compatible",
                "property-added compatible"
            },
            {
                Thing,
                "Thing: {type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}",
                "required-property-added compatible",
                "required-property-added breaking"
            },
            {
                Thing,
                "Thing: {type: object, required: [a], properties: {a: {type: string}}}",
                "property-became-required compatible",
                "property-became-required breaking"
            },
            {
                "Thing: {type: object, required: [a], properties: {a: {type: string}}}",
                Thing,
                "property-became-optional breaking",
                "property-became-optional compatible"
            },
            { Thing, "Thing: {type: object}", "property-removed breaking", "property-removed potentially-breaking" },
            {
                Thing,
                "Thing: {type: object, properties: {a: {type: string, readOnly: true}}}",
                "",
                "property-became-read-only potentially-breaking"
            },
            {
                Thing,
                "Thing: {type: object, additionalProperties: false, properties: {a: {type: string}}}",
                "additional-properties-forbidden compatible",
                "additional-properties-forbidden breaking"
            },
            {
                "Thing: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}\nA: {type: object, properties: {a: {type: string}}}\nB: {type: object, properties: {b: {type: string}}}",
                "Thing: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/A'}, {type: object, properties: {c: {type: string}}}]}\nA: {type: object, properties: {a: {type: string}}}\nB: {type: object, properties: {b: {type: string}}}",
                "form-added potentially-breaking",
                "form-added compatible"
            },
            {
                Choice(""),
                Choice(", discriminator: {propertyName: k}"),
                "discriminator-added compatible",
                "discriminator-added potentially-breaking"
            },
            {
                Choice(", discriminator: {propertyName: k}"),
                Choice(""),
                "discriminator-removed potentially-breaking",
                "discriminator-removed compatible"
            },
            // changes that change nothing
            {
                "Thing: {type: integer, nullable: true}",
                "Thing: {oneOf: [{type: integer}, {type: integer, format: int64, nullable: true}]}",
                "became-union potentially-breaking",
                "form-added compatible"
            },
            {
                "Thing: {discriminator: {propertyName: k, mapping: {a: '#/components/schemas/A', b: '#/components/schemas/B'}}, allOf: [{$ref: '#/components/schemas/Base'}]}\nBase: {type: object, properties: {k: {type: string}}}\nA: {allOf: [{$ref: '#/components/schemas/Base'}]}\nB: {allOf: [{$ref: '#/components/schemas/Base'}]}",
                "Thing: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], discriminator: {propertyName: k, mapping: {a: '#/components/schemas/A', b: '#/components/schemas/B'}}}\nA: {type: object, properties: {k: {type: string}}}\nB: {type: object, properties: {k: {type: string}}}",
                "",
                ""
            },
            {
                Thing,
                "Thing: {allOf: [{$ref: '#/components/schemas/Base'}]}\nBase: {type: object, properties: {a: {type: string}}}",
                "",
                ""
            },
            {
                "Thing: {type: object, allOf: [{$ref: '#/components/schemas/Base'}]}\nBase: {properties: {a: {type: string, maxLength: 9}}}",
                "Thing: {type: object, properties: {a: {allOf: [{type: string}, {maxLength: 9}]}}}",
                "",
                ""
            },
            {
                "Thing: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}\nA: {type: string}",
                Thing,
                "",
                ""
            },
            {
                "Thing: {type: array, items: {type: string}}",
                "Thing: {type: array, items: {type: string, minItems: 3}}",
                "",
                ""
            },
            {
                "Thing: {type: array, items: {type: string}}",
                "Thing: {type: array, minItems: 0, items: {type: string}}",
                "",
                ""
            },
            {
                "Thing: {anyOf: [{type: string}, {type: object, properties: {a: {type: string}}}]}",
                "Thing: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: string}]}",
                "",
                ""
            },
            {
                "Thing: {type: object, properties: {next: {$ref: '#/components/schemas/Thing'}}}",
                "Thing: {type: object, properties: {next: {allOf: [{$ref: '#/components/schemas/Thing'}]}}}",
                "",
                ""
            },
        };

    [Theory]
    [MemberData(nameof(Schemas))]
    public void A_schema_change_means_what_its_direction_makes_of_it(
        string before,
        string after,
        string inReply,
        string inBody
    )
    {
        Assert.Equal(
            inReply,
            Say(DescriptionDiff.Compare(SmallDescription.Read(before), SmallDescription.Read(after)))
        );
        Assert.Equal(inBody, Say(DescriptionDiff.Compare(Body(before), Body(after))));
    }

    [Fact]
    public void A_change_that_many_operations_reach_is_one_finding_with_all_of_them()
    {
        var result = DescriptionDiff.Compare(Two("type: string"), Two("type: integer"));

        var finding = Assert.Single(result.Findings);
        Assert.Equal(["GET /a", "GET /b"], finding.Operations);
        Assert.Equal(
            ("#/components/schemas/Thing/type", "Thing", Direction.Response),
            (finding.Pointer, finding.Subject, finding.Direction)
        );
        Assert.NotNull(finding.BasePosition);
        Assert.NotNull(finding.RevisionPosition);

        static Description Two(string thing) =>
            Parse(
                $$$"""
                openapi: 3.0.3
                info: {title: t, version: 1.0.0}
                paths:
                  /a: {get: {operationId: a, responses: {"200": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/Thing" } } } } } } }
                  /b: {get: {operationId: b, responses: {"200": {description: x, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Thing" } } } } } } }}
                components: {schemas: {Thing: { {{{thing}}} } } }
                """
            );
    }

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
    public void An_operation_change_is_judged(string before, string after, string expected) =>
        Assert.Equal(expected, Say(DescriptionDiff.Compare(Operation(before), Operation(after))));

    [Fact]
    public void Two_places_of_the_same_value_are_two_findings() =>
        Assert.Equal(
            2,
            DescriptionDiff
                .Compare(
                    SmallDescription.Read("Thing: {type: object, properties: {a: {type: string}, b: {type: string}}}"),
                    SmallDescription.Read(
                        "Thing: {type: object, properties: {a: {type: string, nullable: true}, b: {type: string, nullable: true}}}"
                    )
                )
                .Findings.Count
        );

    [Fact]
    public void A_renamed_path_parameter_changes_nothing_on_the_wire() =>
        Assert.Equal(
            "",
            Say(
                DescriptionDiff.Compare(
                    Parse(
                        "openapi: 3.0.3\ninfo: {version: 1.0.0}\npaths: {'/a/{id}': {get: {operationId: x, parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {}}}}"
                    ),
                    Parse(
                        "openapi: 3.0.3\ninfo: {version: 1.0.0}\npaths: {'/a/{thing_id}': {get: {operationId: x, parameters: [{name: thing_id, in: path, required: true, schema: {type: string}}], responses: {}}}}"
                    )
                )
            )
        );

    [Fact]
    public void A_fingerprint_outlives_edits_elsewhere()
    {
        var small = DescriptionDiff.Compare(
            SmallDescription.Read("Thing: {type: string}"),
            SmallDescription.Read("Thing: {type: integer}")
        );
        var moved = DescriptionDiff.Compare(
            SmallDescription.Read("Aaa: {type: object}\nThing: {type: string}"),
            SmallDescription.Read("Aaa: {type: object}\nBbb: {type: object}\nThing: {type: integer}")
        );
        Assert.Equal(small.Findings.Single().Fingerprint, moved.Findings.Single().Fingerprint);
    }

    [Fact]
    public void The_same_description_has_no_findings()
    {
        var pinned = DescriptionReader.Read(File.ReadAllBytes(Repository.Layout.Contract), "pinned");
        Assert.Empty(DescriptionDiff.Compare(pinned, pinned).Findings);
    }

    [Fact]
    public void Words_are_compared_where_both_sides_have_them()
    {
        var before = Operation("summary: one");
        Assert.Equal(
            "documentation-changed documentation",
            Say(DescriptionDiff.Compare(before, Operation("summary: two")))
        );
        Assert.Contains(
            "Prose is not compared",
            string.Join(' ', DescriptionDiff.Compare(before, Operation("")).Notices),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void OpenAPI_3_1_is_compared()
    {
        Assert.Equal(
            "became-nullable breaking",
            Say(DescriptionDiff.Compare(New("{type: string}"), New("{type: [string, 'null']}")))
        );
        Assert.Equal(
            "",
            Say(DescriptionDiff.Compare(New("{type: string, const: A}"), New("{type: string, enum: [A]}")))
        );
        Assert.Equal(
            "minimum-increased compatible",
            Say(
                DescriptionDiff.Compare(New("{type: integer, minimum: 3}"), New("{type: integer, exclusiveMinimum: 3}"))
            )
        );

        static Description New(string schema) =>
            Parse(
                $"openapi: 3.1.0\ninfo: {{title: t, version: 1.0.0}}\npaths: {{/a: {{get: {{responses: {{'200': {{description: x, content: {{application/json: {{schema: {schema}}}}}}}}}}}}}}}"
            );
    }

    [Fact]
    public void Ten_thousand_paths_and_circles_and_contradictions_are_compared()
    {
        var many = new JObject(
            Enumerable
                .Range(0, 10_000)
                .Select(i => new JProperty(
                    $"/p{i}",
                    new JObject { ["get"] = new JObject { ["responses"] = new JObject() } }
                ))
        );
        var large = DescriptionReader.ReadForComparison(
            Encoding.UTF8.GetBytes(new JObject { ["openapi"] = "3.0.3", ["paths"] = many }.ToString()),
            "large.json"
        );
        Assert.Equal(
            10_000,
            DescriptionDiff.Compare(large, Parse("openapi: 3.0.3\npaths: {}")).Count(Severity.Breaking)
        );

        var odd =
            "openapi: 3.0.3\npaths: {/a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}}}}\ncomponents: {schemas: {A: {allOf: [{$ref: '#/components/schemas/B'}, {type: KIND}]}, B: {type: string, allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/nowhere'}]}}}";
        var result = DescriptionDiff.Compare(
            Parse(odd.Replace("KIND", "string", StringComparison.Ordinal)),
            Parse(odd.Replace("KIND", "integer", StringComparison.Ordinal))
        );
        Assert.Contains("lead nowhere", string.Join(' ', result.Notices), StringComparison.Ordinal);
        Assert.Contains(
            "1 place(s) of the revision demand a type that another part of the same schema excludes; the outer part is compared.",
            string.Join(' ', result.Notices),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Descriptions_of_different_APIs_are_compared_with_a_note() =>
        Assert.Contains(
            "no operation in common",
            string.Join(
                ' ',
                DescriptionDiff
                    .Compare(
                        SmallDescription.Read(Thing),
                        Parse("openapi: 3.0.3\npaths: {/other: {get: {responses: {}}}}")
                    )
                    .Notices
            ),
            StringComparison.Ordinal
        );

    private static string Choice(string more) =>
        $"Thing: {{oneOf: [{{$ref: '#/components/schemas/A'}}, {{$ref: '#/components/schemas/B'}}]{more}}}\nA: {{type: object, properties: {{k: {{type: string}}, a: {{type: string}}}}}}\nB: {{type: object, properties: {{k: {{type: string}}, b: {{type: string}}}}}}";

    private static string Say(DiffResult result) =>
        string.Join("; ", result.Findings.Select(finding => $"{finding.Rule.Id} {finding.Severity.Word()}"));

    private static Description Operation(string facts) =>
        Parse(
            $"openapi: 3.0.3\ninfo: {{title: t, version: 1.0.0}}\npaths:\n  /a:\n    get:\n      operationId: x\n      {facts}{(facts.Contains("responses", StringComparison.Ordinal) ? "" : "\n      responses: {}")}"
        );

    private static Description Body(string schemas) =>
        Parse(
            "openapi: 3.0.3\ninfo: {title: t, version: 1.0.0}\npaths: {/a: {post: {operationId: x, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}, responses: {}}}}\ncomponents:\n  schemas:\n    "
                + schemas.Replace("\n", "\n    ", StringComparison.Ordinal)
        );

    private static Description Parse(string yaml) =>
        DescriptionReader.ReadForComparison(Encoding.UTF8.GetBytes(yaml), "small.yaml");
}
