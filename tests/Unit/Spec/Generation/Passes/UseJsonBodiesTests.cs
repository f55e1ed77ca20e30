using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>Every body is one typed argument.</summary>
public sealed class UseJsonBodiesTests
{
    [Fact]
    public void A_form_is_typed_as_JSON_and_JSON_goes_before_a_form()
    {
        var form = Normalise("application/x-www-form-urlencoded: {schema: {type: string}}");
        var both = Normalise(
            "application/x-www-form-urlencoded: {schema: {type: string}}, application/json: {schema: {type: integer}}"
        );

        Assert.Equal((1, "string"), (form.Count("form bodies typed"), TypeOf(form)));
        Assert.Equal((0, "integer"), (both.Count("form bodies typed"), TypeOf(both)));
    }

    [Fact]
    public void A_body_of_another_type_needs_a_decision() =>
        Assert.StartsWith(
            "operation things/create: The body has none of the content types",
            Assert.Throws<SpecException>(() => Normalise("text/csv: {schema: {type: string}}")).Message,
            StringComparison.Ordinal
        );

    private static string? TypeOf(NormalisedDescription normalised) =>
        (string?)
            normalised.Root["paths"]!["/things"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]![
                "type"
            ];

    private static NormalisedDescription Normalise(string content) =>
        SmallDescription.NormaliseText(
            $$$"""
            openapi: 3.0.3
            info: {title: small, version: 1.0.0}
            paths:
              /things:
                post:
                  operationId: things/create
                  tags: [things]
                  security: []
                  requestBody: {content: {{{{content}}}}}
                  responses: {"200": {description: ok}}
            """
        );
}
