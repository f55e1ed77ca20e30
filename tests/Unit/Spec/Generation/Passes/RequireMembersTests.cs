using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A request without a required member does not compile; what is read may lack it.</summary>
public sealed class RequireMembersTests
{
    [Fact]
    public void A_required_member_of_a_request_is_marked() =>
        Assert.Equal(
            ["a"],
            Marked("{type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}")
        );

    [Theory]
    [InlineData("{type: object, required: [a], properties: {a: {type: string, readOnly: true}}}")]
    [InlineData("{type: object, required: [a], properties: {a: {type: string, enum: [x]}}}")]
    [InlineData("{type: object, required: [gone], properties: {a: {type: string}}}")]
    [InlineData("{type: object, properties: {a: {type: string}}}")]
    [InlineData("{type: object, required: [a], properties: {a: {type: string, nullable: true}}}")]
    [InlineData("{type: object, required: [a], properties: {a: {type: string, enum: [x, y, null]}}}")]
    [InlineData(
        "{type: object, required: [a], properties: {a: {allOf: [{$ref: '#/components/schemas/Thing'}], readOnly: true}}}"
    )]
    public void A_member_that_nobody_has_to_set_is_not(string body) => Assert.Empty(Marked(body));

    // The server rejects a request without it, whatever it would take for granted.
    [Theory]
    [InlineData("string, default: x")]
    [InlineData("integer")]
    [InlineData("string, enum: [x, y]")]
    [InlineData("array, items: {type: string}")]
    public void A_default_and_the_type_change_nothing(string type) =>
        Assert.Equal(["a"], Marked($"{{type: object, required: [a], properties: {{a: {{type: {type}}}}}}}"));

    [Fact]
    public void A_model_inside_of_a_request_is_one_of_a_request_too()
    {
        var normalised = Normalise(
            "Thing: {type: object, properties: {z: {type: string}}}\n"
                + "Body: {type: object, properties: {parts: {type: array, items: {$ref: '#/components/schemas/Part'}}}}\n"
                + "Part: {type: object, required: [a], properties: {a: {type: string}}}"
        );

        Assert.Equal(["a"], Marked(normalised.Schema("Part")));
    }

    [Fact]
    public void A_model_that_is_read_too_is_left_alone()
    {
        var normalised = Normalise(
            "Thing: {type: object, properties: {a: {$ref: '#/components/schemas/Body'}}}\n"
                + "Body: {type: object, required: [a], properties: {a: {type: string}}}"
        );

        Assert.Empty(Marked(normalised.Schema("Body")));
    }

    [Fact]
    public void The_forms_of_a_union_know_what_their_base_requires()
    {
        var normalised = Normalise(
            """
            Thing: {type: object, properties: {a: {type: string}}}
            Body:
              type: object
              oneOf: [{$ref: '#/components/schemas/One'}, {$ref: '#/components/schemas/Two'}]
              discriminator: {propertyName: kind, mapping: {one: '#/components/schemas/One', two: '#/components/schemas/Two'}}
            One: {type: object, required: [kind, a], properties: {kind: {type: string}, a: {type: string}}}
            Two: {type: object, required: [kind], properties: {kind: {type: string}, b: {type: string}}}
            """
        );

        Assert.Equal(["a"], Marked(normalised.Schema("One")));
        Assert.Empty(Marked(normalised.Schema("Two")));
        Assert.Equal(
            ["One True", "Two "],
            normalised.Schema("Body")["x-csharp-discriminated"]!["members"]!.Select(member =>
                $"{member["name"]} {member["requires"]}"
            )
        );
    }

    private static NormalisedDescription Normalise(string schemas) =>
        SmallDescription.NormaliseText(
            $$$$$"""
            openapi: 3.0.3
            info: {title: small, version: 1.0.0}
            paths:
              /things:
                post:
                  operationId: things/create
                  tags: [things]
                  security: []
                  requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Body"}}}}
                  responses:
                    "201":
                      description: ok
                      content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
            components:
              schemas:
                {{{{{schemas.Replace("\n", "\n    ", StringComparison.Ordinal)}}}}}
            """
        );

    private static IEnumerable<string> Marked(string body) =>
        Marked(Normalise($"Thing: {{type: object, properties: {{z: {{type: string}}}}}}\nBody: {body}").Schema("Body"));

    private static IEnumerable<string> Marked(JObject schema) =>
        ((JObject)schema["properties"]!)
            .Properties()
            .Where(property => property.Value["x-csharp-required"] is not null)
            .Select(property => property.Name);
}
