using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>An inline type gets a name, or needs a decision about it.</summary>
public sealed class HoistInlineTypesTests
{
    [Fact]
    public void An_inline_type_is_named_after_its_parent_and_equal_ones_share_it()
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
    public void A_form_without_a_name_needs_a_decision_and_takes_it()
    {
        const string schemas =
            "Thing: {oneOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {b: {type: string}}}]}";
        Assert.Contains(
            "A form of a union has no name.",
            Assert.Throws<SpecException>(() => SmallDescription.Normalise(schemas)).Details[0],
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
    public void An_inline_type_does_not_repeat_the_last_word_of_its_parent()
    {
        const string report = "{type: object, properties: {report_status: {type: string, enum: [a, b]}}}";

        Assert.NotNull(
            SmallDescription
                .Normalise($"Thing: {{type: object, properties: {{thing_report: {report}}}}}")
                .Schema("ThingReportStatus")
        );
    }
}
