using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Documents;

/// <summary>A chain of references is refused before anyone walks it, since a stack that is full ends the process.</summary>
public sealed class ReferenceDepthTests
{
    public static TheoryData<string> Links =>
        ["allOf", "oneOf", "anyOf", "properties", "items", "additionalProperties", "not", "$ref", "mapping"];

    [Theory]
    [MemberData(nameof(Links))]
    public void A_chain_of_20_000_schemas_is_refused_with_where_it_begins(string link)
    {
        var bytes = Chain(link, 20_000, isCircle: false);

        var error = Assert.Throws<SpecException>(() => DescriptionReader.Read(bytes, "a.json"));
        Assert.Contains("lead through more than 1000 levels", error.Message, StringComparison.Ordinal);
        Assert.Contains("#/components/schemas/A", error.Message, StringComparison.Ordinal);
        Assert.Throws<SpecException>(() => DescriptionReader.ReadForComparison(bytes, "a.json"));
    }

    [Theory]
    [MemberData(nameof(Links))]
    public void The_longest_chain_that_is_taken_can_be_compared(string link)
    {
        // A level of a schema is one to three levels of JSON.
        var chain = DescriptionReader.ReadForComparison(Chain(link, 2_400, isCircle: false), "a.json");
        var other = DescriptionReader.ReadForComparison(Chain(link, 2_300, isCircle: false), "b.json");

        Assert.NotNull(DescriptionDiff.Compare(chain, other).Findings);
        Assert.NotNull(DescriptionDiff.Compare(other, chain).Findings);
    }

    [Theory]
    [InlineData("properties")]
    [InlineData("items")]
    public void A_circle_of_many_schemas_is_compared(string link)
    {
        var circle = DescriptionReader.ReadForComparison(Chain(link, 1_000, isCircle: true), "a.json");

        Assert.Empty(DescriptionDiff.Compare(circle, circle).Findings);
    }

    [Fact]
    public void A_large_circle_is_refused_where_it_would_be_generated() =>
        Assert.Throws<SpecException>(() =>
            DescriptionReader.Read(Chain("properties", 1_000, isCircle: true), "a.json")
        );

    [Fact]
    public void The_pinned_description_is_far_from_the_limit() =>
        ReferenceDepth.Check(new Description("pinned", Encoding.UTF8.GetBytes("{}"), Repository.Description()), 200);

    private static byte[] Chain(string link, int length, bool isCircle)
    {
        var schemas = new JObject();
        for (var i = 0; i < length; i++)
        {
            schemas[$"A{i}"] = Link(link, i + 1 == length && isCircle ? "A0" : $"A{i + 1}");
        }

        schemas[$"A{length}"] = new JObject(new JProperty("type", "string"));
        var root = JObject.Parse(
            """
            {
              "openapi": "3.0.3",
              "info": { "title": "t", "version": "1.0.0" },
              "paths": { "/a": { "get": { "operationId": "a/get", "responses": { "200": { "description": "",
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A0" } } } } } } } },
              "components": {}
            }
            """
        );
        root["components"]!["schemas"] = schemas;
        return Encoding.UTF8.GetBytes(root.ToString());
    }

    private static JObject Link(string link, string next)
    {
        var reference = new JObject(new JProperty("$ref", "#/components/schemas/" + next));
        var text = new JObject(new JProperty("type", "string"));
        return link switch
        {
            "$ref" => reference,
            "properties" => new JObject(new JProperty(link, new JObject(new JProperty("p", reference)))),
            "oneOf" or "anyOf" => new JObject(new JProperty(link, new JArray(reference, text))),
            "allOf" => new JObject(new JProperty(link, new JArray(reference))),
            "mapping" => new JObject(
                new JProperty(
                    "discriminator",
                    new JObject(
                        new JProperty("propertyName", "kind"),
                        new JProperty(link, new JObject(new JProperty("x", next)))
                    )
                )
            ),
            _ => new JObject(new JProperty(link, reference)),
        };
    }
}
