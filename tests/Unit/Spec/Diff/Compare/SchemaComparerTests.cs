using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Compare;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Schemas;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Diff.Compare;

/// <summary>
/// Changes of schemas, each in a response and in a request, on the smallest description that shows it.
/// </summary>
public sealed class SchemaComparerTests
{
    private const string Thing = "Thing: {type: object, properties: {a: {type: string}}}";

    public static TheoryData<string, string, string, string> Schemas =>
        new()
        {
            // base, revision, the finding in a response (GET), the finding in a request (POST)
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
                "pattern-widened breaking",
                "pattern-widened compatible"
            },
            {
                "Thing: {type: string, pattern: '^\\w+$'}",
                "Thing: {type: string, pattern: '^[\\w\\s]+$'}",
                "pattern-widened breaking",
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
                "Thing: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}\nA: {type: "
                    + "object, properties: {a: {type: string}}}\nB: {type: object, properties: {b: {type: string}}}",
                "Thing: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/A'}, {type: "
                    + "object, properties: {c: {type: string}}}]}\nA: {type: object, properties: {a: {type: "
                    + "string}}}\nB: {type: object, properties: {b: {type: string}}}",
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
                "",
                "forms-overlap breaking"
            },
            {
                "Thing: {discriminator: {propertyName: k, mapping: {a: '#/components/schemas/A', b: "
                    + "'#/components/schemas/B'}}, allOf: [{$ref: '#/components/schemas/Base'}]}\nBase: {type: object, "
                    + "properties: {k: {type: string}}}\nA: {allOf: [{$ref: '#/components/schemas/Base'}]}\nB: {allOf: "
                    + "[{$ref: '#/components/schemas/Base'}]}",
                "Thing: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}], "
                    + "discriminator: {propertyName: k, mapping: {a: '#/components/schemas/A', b: "
                    + "'#/components/schemas/B'}}}\nA: {type: object, properties: {k: {type: string}}}\nB: {type: "
                    + "object, properties: {k: {type: string}}}",
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
                "Thing: {type: object, allOf: [{$ref: '#/components/schemas/Base'}]}\nBase: {properties: {a: "
                    + "{type: string, maxLength: 9}}}",
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
        string baseSide,
        string revisionSide,
        string inResponse,
        string inRequest
    )
    {
        Assert.Equal(
            inResponse,
            SmallDiff.Say(DescriptionDiff.Compare(SmallDescription.Read(baseSide), SmallDescription.Read(revisionSide)))
        );
        Assert.Equal(
            inRequest,
            SmallDiff.Say(DescriptionDiff.Compare(SmallDiff.Request(baseSide), SmallDiff.Request(revisionSide)))
        );
    }

    // One operation can lead to thousands of schemas, so that a check between operations alone would come late.
    [Fact]
    public void Cancelling_ends_a_comparison_between_two_schemas()
    {
        var models = new Sides<string>("a", "b").Select(property => new SchemaModel(
            SmallDescription.Read($"Thing: {{type: object, properties: {{{property}: {{type: string}}}}}}").Root
        ));
        var schemas = new SchemaComparer(
            comparesTexts: false,
            cancellationToken: new CancellationToken(canceled: true)
        );

        Assert.Throws<OperationCanceledException>(() =>
            DescriptionDiff.CompareOperations(
                new ComparisonContext(models, schemas, ComparesTexts: false),
                OperationPairs.Of(models.Select(DiffOperation.ReadAll)),
                CancellationToken.None
            )
        );
    }

    private static string Choice(string more) =>
        $"Thing: {{oneOf: [{{$ref: '#/components/schemas/A'}}, {{$ref: '#/components/schemas/B'}}]{more}}}\nA: "
        + $"{{type: object, properties: {{k: {{type: string}}, a: {{type: string}}}}}}\nB: {{type: object, "
        + $"properties: {{k: {{type: string}}, b: {{type: string}}}}}}";
}
