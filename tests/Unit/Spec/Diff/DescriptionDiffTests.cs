using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Diff;

/// <summary>What a comparison must get right to be trusted, each on the smallest description that shows it.</summary>
public sealed class DescriptionDiffTests
{
    private const string Thing = "Thing: {type: object, properties: {a: {type: string}}}";

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
            SmallDiff.Parse(
                $$$"""
                openapi: 3.0.3
                info: {title: t, version: 1.0.0}
                paths:
                  /a: {get: {operationId: a, responses: {"200": {description: x, content: {application/json:
                    {schema: {$ref: "#/components/schemas/Thing" } } } } } } }
                  /b: {get: {operationId: b, responses: {"200": {description: x, content: {application/json:
                    {schema: {type: array, items: {$ref: "#/components/schemas/Thing" } } } } } } }}
                components: {schemas: {Thing: { {{{thing}}} } } }
                """
            );
    }

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
            SmallDiff.Say(
                DescriptionDiff.Compare(
                    SmallDiff.Parse(
                        "openapi: 3.0.3\ninfo: {version: 1.0.0}\npaths: {'/a/{id}': {get: {operationId: x, "
                            + "parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: "
                            + "{}}}}"
                    ),
                    SmallDiff.Parse(
                        "openapi: 3.0.3\ninfo: {version: 1.0.0}\npaths: {'/a/{thing_id}': {get: {operationId: x, "
                            + "parameters: [{name: thing_id, in: path, required: true, schema: {type: string}}], "
                            + "responses: {}}}}"
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
        var pinned = DescriptionReader.Read(File.ReadAllBytes(Repository.Layout.PinnedDescription), "pinned");
        Assert.Empty(DescriptionDiff.Compare(pinned, pinned).Findings);
    }

    [Fact]
    public void Words_are_compared_where_both_sides_have_them()
    {
        var baseSide = SmallDiff.Operation("summary: one");
        Assert.Equal(
            "documentation-changed documentation",
            SmallDiff.Say(DescriptionDiff.Compare(baseSide, SmallDiff.Operation("summary: two")))
        );
        Assert.Contains(
            "Texts (summaries, descriptions) were not compared",
            string.Join(' ', DescriptionDiff.Compare(baseSide, SmallDiff.Operation("")).Notices),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void OpenAPI_3_1_is_compared()
    {
        Assert.Equal(
            "became-nullable breaking",
            SmallDiff.Say(DescriptionDiff.Compare(New("{type: string}"), New("{type: [string, 'null']}")))
        );
        Assert.Equal(
            "",
            SmallDiff.Say(DescriptionDiff.Compare(New("{type: string, const: A}"), New("{type: string, enum: [A]}")))
        );
        Assert.Equal(
            "minimum-increased compatible",
            SmallDiff.Say(
                DescriptionDiff.Compare(New("{type: integer, minimum: 3}"), New("{type: integer, exclusiveMinimum: 3}"))
            )
        );

        static Description New(string schema) =>
            SmallDiff.Parse(
                $"openapi: 3.1.0\ninfo: {{title: t, version: 1.0.0}}\npaths: {{/a: {{get: {{responses: {{'200': "
                    + $"{{description: x, content: {{application/json: {{schema: {schema}}}}}}}}}}}}}}}"
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
            DescriptionDiff.Compare(large, SmallDiff.Parse("openapi: 3.0.3\npaths: {}")).Count(Severity.Breaking)
        );

        var odd =
            "openapi: 3.0.3\npaths: {/a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: "
            + "'#/components/schemas/A'}}}}}}}}\ncomponents: {schemas: {A: {allOf: [{$ref: "
            + "'#/components/schemas/B'}, {type: KIND}]}, B: {type: string, allOf: [{$ref: "
            + "'#/components/schemas/A'}, {$ref: '#/nowhere'}]}}}";
        var result = DescriptionDiff.Compare(
            SmallDiff.Parse(odd.Replace("KIND", "string", StringComparison.Ordinal)),
            SmallDiff.Parse(odd.Replace("KIND", "integer", StringComparison.Ordinal))
        );
        Assert.Contains("were not compared", string.Join(' ', result.Notices), StringComparison.Ordinal);
        Assert.Contains(
            "1 place of the revision requires a type that another part of the same schema excludes. The outer part was compared.",
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
                        SmallDiff.Parse("openapi: 3.0.3\npaths: {/other: {get: {responses: {}}}}")
                    )
                    .Notices
            ),
            StringComparison.Ordinal
        );
}
