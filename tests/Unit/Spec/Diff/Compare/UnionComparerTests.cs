using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Diff.Compare;

/// <summary>
/// Unions that become one schema and back, and unions whose variants move, each in a response and in a request.
/// </summary>
public sealed class UnionComparerTests
{
    private const string Cat = "properties: {a: {type: string}, kind: ";
    private const string Dog = "\nDog: {type: object, properties: {b: {type: string}, kind: ";
    private const string Mapping =
        "Thing: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: "
        + "{propertyName: kind, mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}}}\n";

    // The finding when the value of one form is not allowed any more.
    private const string Lost = "form-removed breaking; property-added compatible";

    public static TheoryData<string, string, string, string> EnumUnions =>
        new()
        {
            // base, revision, the finding in a response (GET), the finding in a request (POST)
            { Enums("anyOf", "A, B", "C"), Enum("A, B, C"), "", "" },
            { Enums("oneOf", "A, B", "C"), Enum("A, B, C"), "", "" },
            { Enum("A, B, C"), Enums("anyOf", "A, B", "C"), "", "" },
            { Enums("anyOf", "A, B", "B, C"), Enum("A, B, C"), "", "" },
            { Enums("anyOf", "A, B", "C"), Enums("anyOf", "A", "B, C"), "", "" },
            { Enums("anyOf", "A, B", "C"), Enums("oneOf", "C", "A, B"), "", "" },
            {
                Enums("anyOf", "A, B", "C"),
                Enum("A, B"),
                "enum-value-removed compatible",
                "enum-value-removed breaking"
            },
            {
                Enums("anyOf", "A, B", "C"),
                Enum("A, B, C, D"),
                "enum-value-added potentially-breaking",
                "enum-value-added compatible"
            },
            {
                Enums("anyOf", "A, B", "C"),
                Enums("anyOf", "A", "B, C, D"),
                "enum-value-added potentially-breaking",
                "enum-value-added compatible"
            },
            {
                Enums("anyOf", "A, B", "C, D"),
                Enums("anyOf", "A, B", "C"),
                "enum-value-removed compatible",
                "enum-value-removed breaking"
            },
            {
                "Thing: {nullable: true, anyOf: [{type: string, enum: [A]}, {type: string, enum: [B]}]}",
                "Thing: {nullable: true, type: string, enum: [A, B]}",
                "",
                ""
            },
            {
                "Thing: {anyOf: [{type: string, enum: [A]}, {type: string, nullable: true, enum: [B]}]}",
                Enum("A, B"),
                "nullable-removed-beside-enum compatible",
                "nullable-removed-beside-enum potentially-breaking"
            },
            {
                "Thing: {type: array, items: {anyOf: [{type: string, enum: [A]}, {type: string, enum: [B]}]}}",
                "Thing: {type: array, items: {type: string, enum: [B, A]}}",
                "",
                ""
            },
            {
                "Thing: {anyOf: [{allOf: [{type: string}, {enum: [A]}]}, {allOf: [{$ref: '#/components/schemas/B'}]}]}\n"
                    + "B: {type: string, enum: [B]}",
                "Thing: {allOf: [{$ref: '#/components/schemas/AB'}]}\nAB: {type: string, enum: [A, B]}",
                "",
                ""
            },
            {
                "Thing: {anyOf: [{type: string, enum: [A]}, {type: integer, enum: [1]}]}",
                Enum("A"),
                "became-single compatible",
                "form-removed breaking"
            },
            { "Thing: {anyOf: [{type: string, enum: [A]}, {type: string}]}", "Thing: {type: string}", "", "" },
            { "Thing: {type: string}", "Thing: {anyOf: [{type: string, enum: [A]}, {type: string}]}", "", "" },
            {
                "Thing: {anyOf: [{type: string, enum: [A]}, {type: string, nullable: true}]}",
                "Thing: {type: string, nullable: true}",
                "",
                ""
            },
        };

    public static TheoryData<string, string, string, string> Objects =>
        new()
        {
            {
                Union("required: [a], ", ""),
                "Thing: {type: object, properties: {a: {type: string}, b: {type: string}}}",
                "property-became-optional breaking; became-single compatible; property-added compatible",
                "property-became-optional compatible; property-added compatible"
            },
            {
                Union("", ""),
                "Thing: {type: object, properties: {a: {type: string}, c: {type: string}}}",
                "became-single compatible; property-added compatible",
                "form-removed breaking; property-added compatible"
            },
            {
                Union("", ""),
                "Thing: {type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}",
                "became-single compatible; property-became-required compatible; property-added compatible",
                "form-removed breaking; property-became-required breaking; property-added compatible"
            },
            {
                Union("", ""),
                "Thing: {type: object, properties: {a: {type: string}, b: {type: string, maxLength: 5}}}",
                "became-single compatible; property-added compatible",
                "form-removed breaking; property-added compatible"
            },
            {
                Union("", ""),
                "Thing: {type: object, properties: {a: {type: string}, b: {type: string}, c: {type: string}, "
                    + "d: {type: string}, e: {type: string}}}",
                "became-another potentially-breaking",
                ""
            },
            {
                "Thing: {type: array, items: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, "
                    + "properties: {b: {type: string}}}]}}",
                "Thing: {type: array, items: {type: object, properties: {a: {type: string}, b: {type: string}}}}",
                "became-single compatible; property-added compatible",
                "property-added compatible"
            },
            {
                "Thing: {oneOf: [{type: object, properties: {next: {$ref: '#/components/schemas/Thing'}}}, {type: object, "
                    + "properties: {b: {type: string}}}]}",
                "Thing: {type: object, properties: {next: {$ref: '#/components/schemas/Thing'}, b: {type: string}}}",
                "became-single compatible; property-added compatible",
                "property-added compatible"
            },
            {
                "Thing: {anyOf: [{$ref: '#/components/schemas/A'}, {allOf: [{$ref: '#/components/schemas/A'}]}]}\n"
                    + "A: {type: object, properties: {a: {type: string}}}",
                "Thing: {$ref: '#/components/schemas/A'}\nA: {type: object, properties: {a: {type: string}}}",
                "",
                ""
            },
            {
                "Thing: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: "
                    + "{type: string}}}, {type: object, properties: {c: {type: string}}}]}",
                "Thing: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: "
                    + "{type: string}, c: {type: string}}}]}",
                "form-removed compatible; property-added compatible",
                "property-added compatible"
            },
        };

    public static TheoryData<string, string, string, string> Discriminators =>
        new()
        {
            { Pets("[cat, dog]", "[cat, dog]"), Pets("[cat]", "[dog]"), "", "" },
            { Pets("[cat]", "[dog]"), Pets("[cat, dog]", "[cat, dog]"), "", "" },
            {
                Pets("[cat, dog]", "[dog]"),
                Pets("[dog]", "[dog]"),
                "enum-value-removed compatible",
                "enum-value-removed breaking"
            },
            {
                Pets("[cat, dog]", "[dog]"),
                Pets("[kitten]", "[dog]"),
                "enum-value-added potentially-breaking; enum-value-removed compatible",
                "enum-value-removed breaking; enum-value-added compatible"
            },
            {
                Pets("[cat, dog]", "[dog]").Replace("mapping: {", "mapping: {kitten: '#/components/schemas/Cat', "),
                Pets("[cat]", "[dog]").Replace("mapping: {", "mapping: {kitten: '#/components/schemas/Cat', "),
                "",
                ""
            },
            {
                Pets("[cat, dog, kitten]", "[dog]")
                    .Replace("mapping: {", "mapping: {kitten: '#/components/schemas/Cat', "),
                Pets("[cat]", "[dog]").Replace("mapping: {", "mapping: {kitten: '#/components/schemas/Cat', "),
                "enum-value-removed compatible",
                "enum-value-removed breaking"
            },
            {
                Pets("[cat, dog]", "[dog]").Replace(", discriminator", ", x-discriminator"),
                Pets("[cat]", "[dog]").Replace(", discriminator", ", x-discriminator"),
                "enum-value-removed compatible",
                "enum-value-removed breaking"
            },
            {
                Pets("[cat, dog]", "[cat, dog]"),
                Single("[cat, dog]"),
                "became-single compatible; property-added compatible",
                "property-added compatible"
            },
            { Pets("[cat]", "[dog]"), Single("[cat]"), "became-single compatible; property-added compatible", Lost },
            {
                Pets("[cat]", "[dog]"),
                Single("[cat, dog, fish]"),
                "enum-value-added potentially-breaking; became-single compatible; property-added compatible",
                "property-added compatible; enum-value-added compatible"
            },
        };

    [Theory]
    [MemberData(nameof(EnumUnions))]
    public void A_union_of_enums_is_one_enum(
        string baseSide,
        string revisionSide,
        string inResponse,
        string inRequest
    ) => Check(baseSide, revisionSide, inResponse, inRequest);

    [Theory]
    [MemberData(nameof(Objects))]
    public void A_form_that_is_still_allowed_was_not_removed(
        string baseSide,
        string revisionSide,
        string inResponse,
        string inRequest
    ) => Check(baseSide, revisionSide, inResponse, inRequest);

    [Theory]
    [MemberData(nameof(Discriminators))]
    public void Only_the_values_of_its_form_count_in_a_discriminator(
        string baseSide,
        string revisionSide,
        string inResponse,
        string inRequest
    ) => Check(baseSide, revisionSide, inResponse, inRequest);

    private static void Check(string baseSide, string revisionSide, string inResponse, string inRequest)
    {
        var response = DescriptionDiff.Compare(SmallDescription.Read(baseSide), SmallDescription.Read(revisionSide));
        var request = DescriptionDiff.Compare(SmallDiff.Request(baseSide), SmallDiff.Request(revisionSide));

        Assert.Equal($"{inResponse}\n{inRequest}", $"{SmallDiff.Say(response)}\n{SmallDiff.Say(request)}");
    }

    private static string Enum(string values) => $"Thing: {{type: string, enum: [{values}]}}";

    private static string Enums(string keyword, string first, string second) =>
        $"Thing: {{{keyword}: [{{type: string, enum: [{first}]}}, {{type: string, enum: [{second}]}}]}}";

    private static string Union(string first, string second) =>
        $"Thing: {{oneOf: [{{type: object, {first}properties: {{a: {{type: string}}}}}}, {{type: object, "
        + $"{second}properties: {{b: {{type: string}}}}}}]}}";

    private static string Pets(string cat, string dog) =>
        $"{Mapping}Cat: {{type: object, {Cat}{{type: string, enum: {cat}}}}}}}{Dog}{{type: string, enum: {dog}}}}}}}";

    private static string Single(string kinds) =>
        "Thing: {type: object, properties: {a: {type: string}, b: {type: string}, kind: {type: string, enum: "
        + $"{kinds}}}}}}}";
}
