using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>What operations share is copied to where it is used.</summary>
public sealed class InlineSharedPartsTests
{
    [Fact]
    public void A_reference_into_a_model_is_replaced_by_what_it_points_at()
    {
        var normalised = SmallDescription.Normalise(
            """
            Thing: {type: object, properties: {link: {$ref: "#/components/schemas/Other/properties/link", nullable: true}}}
            Other: {type: object, properties: {link: {type: string, maxLength: 9}}}
            """
        );

        var link = normalised.Schema("Thing")["properties"]!["link"]!;
        Assert.Equal((9, true), ((int?)link["maxLength"], (bool?)link["nullable"]));
        Assert.Equal(1, normalised.Count("shared parts inlined"));
    }

    [Fact]
    public void Shared_parameters_and_responses_are_copied_into_the_operation()
    {
        var normalised = SmallDescription.NormaliseText(
            """
            openapi: 3.0.3
            info: {title: small, version: 1.0.0}
            paths:
              /things:
                get:
                  operationId: things/get
                  tags: [things]
                  security: []
                  parameters: [{$ref: "#/components/parameters/size"}]
                  responses: {"200": {$ref: "#/components/responses/ok"}}
            components:
              parameters: {size: {name: size, in: query, schema: {type: integer}}}
              responses: {ok: {description: ok, content: {application/json: {schema: {type: string}}}}}
            """
        );

        var operation = normalised.Root["paths"]!["/things"]!["get"]!;
        Assert.Equal("size", (string?)operation["parameters"]![0]!["name"]);
        Assert.NotNull(operation["responses"]!["200"]!["content"]);
        Assert.Equal(2, normalised.Count("shared parts inlined"));
    }
}
