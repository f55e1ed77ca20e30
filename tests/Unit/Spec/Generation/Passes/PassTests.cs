using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>
/// Each pass on a document that has just what it is about. The numbers are those of the known defects of raw
/// generation.
/// </summary>
public sealed class PassTests
{
    [Fact]
    public void Parts_that_share_a_property_become_one_model_without_losing_any_1_14()
    {
        var thing = SmallDescription
            .Normalise(
                """
                Thing:
                  allOf:
                    - $ref: "#/components/schemas/A"
                    - $ref: "#/components/schemas/B"
                    - {properties: {c: {type: string}}, required: [c]}
                A: {type: object, properties: {shared: {type: string}, a: {type: string}}, required: [a]}
                B: {type: object, properties: {shared: {type: string, nullable: true}, b: {allOf: [{properties: {deep: {type: string}}}]}}}
                """
            )
            .Schema("Thing");

        Assert.Equal(
            ["a", "b", "c", "shared"],
            ((JObject)thing["properties"]!).Properties().Select(p => p.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["a", "c"], thing["required"]!.Values<string>());
        Assert.Null(thing["allOf"]);
    }

    [Fact]
    public void Parts_that_contradict_each_other_need_a_decision()
    {
        var error = Assert.Throws<SpecException>(() =>
            SmallDescription.Normalise(
                "Thing: {allOf: [{properties: {a: {type: string}}}, {properties: {a: {type: integer}}}]}"
            )
        );

        Assert.Equal(
            "openapi #/components/schemas/Thing/allOf/1/properties/a: Two parts of an allOf give this property the types "
                + "string and integer. Decide in an action of the overlay.",
            error.Message
        );
    }

    [Fact]
    public void An_enum_of_numbers_or_booleans_is_no_type_2()
    {
        var normalised = SmallDescription.Normalise(
            "Thing: {type: object, properties: {days: {type: integer, enum: [0, 1, 7]}, off: {type: boolean, enum: [false]}}}"
        );

        Assert.Equal(2, normalised.Count("non-string enums dropped"));
        Assert.Null(normalised.Schema("Thing")["properties"]!["days"]!["enum"]);
    }

    [Fact]
    public void An_annotated_reference_is_the_reference_and_stays_nullable_3()
    {
        var normalised = SmallDescription.Normalise(
            """
            Thing: {type: object, properties: {colour: {allOf: [{$ref: "#/components/schemas/Colour"}, {description: x, nullable: true}]}}}
            Colour: {type: string, enum: [RED, BLUE]}
            """
        );

        var colour = normalised.Schema("Thing")["properties"]!["colour"]!;
        Assert.Equal("#/components/schemas/Colour", (string?)colour["$ref"]);
        Assert.True((bool?)colour["nullable"]);
    }

    [Fact]
    public void A_union_with_a_discriminator_is_a_base_class_with_members_4_16()
    {
        var normalised = SmallDescription.Normalise(
            """
            Thing:
              oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
              discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog"}}
            Cat: {type: object, properties: {kind: {type: string, enum: [cat]}, lives: {type: integer}}, required: [kind]}
            Dog: {type: object, properties: {kind: {type: string, enum: [dog]}, tricks: {type: integer}}, required: [kind]}
            """
        );

        Assert.Equal("Thing", (string?)normalised.Schema("Cat")["x-csharp-base"]);
        Assert.Equal("dog", (string?)normalised.Schema("Dog")["x-csharp-discriminator-value"]);
        Assert.Equal(["lives"], ((JObject)normalised.Schema("Cat")["properties"]!).Properties().Select(p => p.Name));
        Assert.Equal(2, normalised.Count("single-value enums folded"));
    }

    [Fact]
    public void Two_unions_with_a_common_member_become_one_4()
    {
        var normalised = SmallDescription.Normalise(
            """
            Thing: {type: object, properties: {one: {$ref: "#/components/schemas/One"}, two: {$ref: "#/components/schemas/Two"}}}
            One:
              oneOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}]
              discriminator: {propertyName: kind, mapping: {a: "#/components/schemas/A", b: "#/components/schemas/B"}}
            Two: {oneOf: [{$ref: "#/components/schemas/A"}], discriminator: {propertyName: kind, mapping: {a: "#/components/schemas/A"}}}
            A: {type: object, properties: {kind: {type: string}, x: {type: string}}}
            B: {type: object, properties: {kind: {type: string}}}
            """
        );

        Assert.Equal("#/components/schemas/One", (string?)normalised.Schema("Thing")["properties"]!["two"]!["$ref"]);
        Assert.Equal(1, normalised.Count("overlapping unions merged"));
    }

    [Fact]
    public void A_union_of_texts_is_one_open_enum_4()
    {
        var normalised = SmallDescription.Normalise(
            """
            Thing: {type: object, properties: {language: {anyOf: [{type: string, enum: [de]}, {type: string, enum: [en, de]}]}}}
            """
        );

        Assert.Equal(["de", "en"], normalised.Schema("ThingLanguage")["enum"]!.Values<string>());
    }

    [Fact]
    public void A_union_without_a_discriminator_is_typed_by_shape_25()
    {
        var normalised = SmallDescription.Normalise(
            "Thing: {type: object, properties: {code: {oneOf: [{type: string}, {type: integer}]}}}"
        );

        var forms = (JObject)normalised.Schema("ThingCode")["properties"]!;
        Assert.Equal(["Text", "Integer"], forms.Properties().Select(form => form.Name));
        Assert.Equal("\"integer\"", (string?)forms["Integer"]!["x-csharp-form"]!["kind"]);
    }

    [Fact]
    public void Forms_that_cannot_be_told_apart_need_a_decision()
    {
        var error = Assert.Throws<SpecException>(() =>
            SmallDescription.Normalise(
                """
                Thing: {type: object, properties: {either: {oneOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}]}}}
                A: {type: object, properties: {x: {type: string}}}
                B: {type: object, properties: {x: {type: integer}}}
                """
            )
        );

        Assert.StartsWith(
            "openapi #/components/schemas/Thing/properties/either: Two forms of the union ThingEither have the same shape",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_form_without_a_name_needs_a_decision_and_takes_it()
    {
        const string schemas =
            "Thing: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]}";
        Assert.Contains(
            "A form of a union has no name.",
            Assert.Throws<SpecException>(() => SmallDescription.Normalise(schemas)).Message,
            StringComparison.Ordinal
        );

        var decided = SmallDescription.Normalise(
            schemas,
            actions: """
            [{"target":"$.components.schemas.Thing.oneOf[0]","description":"why","update":{"x-csharp-name":"First"}},
             {"target":"$.components.schemas.Thing.oneOf[1]","description":"why","update":{"x-csharp-name":"Second"}}]
            """
        );

        Assert.Equal(
            ["First", "Second"],
            ((JObject)decided.Schema("Thing")["properties"]!).Properties().Select(form => form.Name)
        );
    }

    [Fact]
    public void A_decision_on_nothing_is_stale()
    {
        var error = Assert.Throws<SpecException>(() =>
            SmallDescription.Normalise(
                "Thing: {type: object}",
                actions: """[{"target":"$.components.schemas.Gone","update":{"x-csharp-name":"X"}}]"""
            )
        );

        Assert.Equal(
            "overlay.json(1,31) #/actions/0: The target $.components.schemas.Gone matches nothing in the description. "
                + "Remove the decision, or correct its target.",
            error.Message
        );
    }

    [Fact]
    public void An_integer_without_a_format_has_64_bits_and_defaults_are_not_sent_8_10()
    {
        var budget = SmallDescription
            .Normalise("Thing: {type: object, properties: {budget: {type: integer, default: 5}}}")
            .Schema("Thing")["properties"]!["budget"]!;

        Assert.Equal("int64", (string?)budget["format"]);
        Assert.Null(budget["default"]);
    }

    [Fact]
    public void Only_a_required_text_list_or_model_is_promised_9()
    {
        var properties = SmallDescription
            .Normalise(
                "Thing: {type: object, properties: {id: {type: string}, size: {type: integer}, note: {type: string}}, required: [id, size]}"
            )
            .Schema("Thing")["properties"]!;

        Assert.Null(properties["id"]!["nullable"]);
        Assert.True((bool?)properties["size"]!["nullable"]);
        Assert.True((bool?)properties["note"]!["nullable"]);
    }

    [Fact]
    public void An_inline_type_is_named_after_its_parent_and_equal_ones_share_it_12()
    {
        var normalised = SmallDescription.Normalise(
            """
            Thing:
              type: object
              properties:
                sizes: {type: array, items: {type: object, properties: {w: {type: string}}}}
                other: {type: object, properties: {w: {type: string, description: x}}}
            """
        );

        Assert.Equal(
            "#/components/schemas/ThingSize",
            (string?)normalised.Schema("Thing")["properties"]!["other"]!["$ref"]
        );
        Assert.Equal(1, normalised.Count("inline types hoisted"));
    }

    [Fact]
    public void A_name_that_every_file_knows_needs_a_decision_13()
    {
        var error = Assert.Throws<SpecException>(() =>
            SmallDescription.Normalise(
                "Thing: {type: object, properties: {e: {$ref: \"#/components/schemas/Exception\"}}}\n"
                    + "Exception: {type: object, properties: {a: {type: string}}}"
            )
        );

        Assert.Contains("A model called Exception would clash", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_object_is_opened_15() =>
        Assert.Equal(
            1,
            SmallDescription
                .Normalise("Thing: {type: object, additionalProperties: false, properties: {a: {type: string}}}")
                .Count("closed objects opened")
        );

    [Fact]
    public void Errors_that_repeat_the_default_one_are_dropped_and_two_successes_are_one_20_23()
    {
        var normalised = SmallDescription.Normalise(
            "Thing: {type: object, properties: {a: {type: string}}}\nError: {type: object, properties: {code: {type: integer}}}",
            """
            "201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
            "404": {description: no, content: {application/json: {schema: {$ref: "#/components/schemas/Error"}}}}
            default: {description: no, content: {application/json: {schema: {$ref: "#/components/schemas/Error"}}}}
            """
        );

        Assert.Equal(
            ["200", "default"],
            ((JObject)normalised.Root["paths"]!["/things"]!["get"]!["responses"]!).Properties().Select(p => p.Name)
        );
    }

    [Fact]
    public void Two_successes_with_different_schemas_need_a_decision_23()
    {
        var error = Assert.Throws<SpecException>(() =>
            SmallDescription.Normalise(
                "Thing: {type: object, properties: {a: {type: string}}}",
                "\"201\": {description: ok, content: {application/json: {schema: {type: string}}}}"
            )
        );

        Assert.StartsWith(
            "operation things/get: The responses 200 and 201 have different schemas.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Text_of_the_description_reaches_the_documentation_escaped()
    {
        var thing = SmallDescription
            .Normalise(
                "Thing: {type: object, description: \"a < b && `c`\", properties: {a: {type: string, maxLength: 5}}}"
            )
            .Schema("Thing");

        Assert.StartsWith(
            "/// <summary>a &lt; b &amp;&amp; <c>c</c></summary>",
            (string?)thing["x-csharp-documentation"],
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<value>At most 5 characters.</value>",
            (string?)thing["properties"]!["a"]!["x-csharp-documentation"],
            StringComparison.Ordinal
        );
    }
}
