using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Compare;
using Pinterest.OpenApi.Spec.Diff.Parts;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Schemas;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Diff.Compare;

/// <summary>The number of pairs of schemas has a bound that real descriptions are far from.</summary>
public sealed class SchemaPairQueueTests
{
    [Fact]
    public void Circles_whose_lengths_have_no_common_divisor_are_refused_with_the_place()
    {
        var (longer, shorter) = (Circle("properties", 400), Circle("properties", 399));

        var error = Assert.Throws<SpecException>(() => DescriptionDiff.Compare(longer, shorter));

        AssertRefused(error, SchemaPairQueue.MaxPairs);
    }

    // Unions of a full run take many seconds: each pair also asks which variants allow which values.
    [Theory]
    [InlineData("properties")]
    [InlineData("oneOf")]
    public void The_pairs_of_any_kind_of_circle_count(string link)
    {
        var models = new Sides<int>(50, 49).Select(length => new SchemaModel(Circle(link, length).Root));
        var schemas = new SchemaComparer(comparesTexts: false, maxPairs: 1_000);

        var error = Assert.Throws<SpecException>(() => Compare(models, schemas));

        AssertRefused(error, 1_000);
    }

    [Theory]
    [InlineData("5.0.0", "5.23.0")]
    [InlineData("5.15.0", "5.23.0")]
    [InlineData("5.22.0", "5.23.0")]
    [InlineData("5.14.0", "5.28.0")]
    [InlineData("5.23.0", "5.28.0")]
    public void The_stored_releases_have_at_most_a_tenth_of_it(string from, string to)
    {
        var store = new ReleaseStore(Repository.Layout.OpenApi);
        var models = new Sides<string>(from, to).Select(version => new SchemaModel(
            store.ReadForComparison(version).Root
        ));
        var schemas = new SchemaComparer(comparesTexts: true);

        Compare(models, schemas);

        Assert.InRange(schemas.Pairs, 1, SchemaPairQueue.MaxPairs / 10);
    }

    private static void Compare(Sides<SchemaModel> models, SchemaComparer schemas) =>
        DescriptionDiff.CompareOperations(
            new ComparisonContext(models, schemas, ComparesTexts: true),
            OperationPairs.Of(models.Select(DiffOperation.ReadAll)),
            CancellationToken.None
        );

    private static void AssertRefused(SpecException error, int pairs)
    {
        Assert.StartsWith("revision:", error.Message, StringComparison.Ordinal);
        Assert.Contains("#/components/schemas/A", error.Message, StringComparison.Ordinal);
        Assert.Contains($"more than {pairs} pairs of schemas", error.Message, StringComparison.Ordinal);
    }

    private static Description Circle(string link, int length)
    {
        var schemas = Enumerable
            .Range(0, length)
            .Select(i => new JProperty($"A{i}", Schema(link, new JObject(Reference($"A{(i + 1) % length}")))));
        var root = JObject.Parse(
            """
            {
              "openapi": "3.0.3",
              "info": { "title": "t", "version": "1.0.0" },
              "paths": { "/a": { "get": { "operationId": "a/get", "responses": { "200": { "description": "",
                "content": { "application/json": { "schema": { "$ref": "#/components/schemas/A0" } } } } } } } }
            }
            """
        );
        root["components"] = new JObject(new JProperty("schemas", new JObject(schemas)));
        return DescriptionReader.ReadForComparison(Encoding.UTF8.GetBytes(root.ToString()), "a.json");
    }

    private static JObject Schema(string link, JObject next) =>
        link switch
        {
            "properties" => new JObject
            {
                ["type"] = "object",
                ["properties"] = new JObject { ["x"] = next },
            },
            _ => new JObject
            {
                ["oneOf"] = new JArray(
                    new JObject { ["type"] = "array", ["items"] = next },
                    new JObject { ["type"] = "string" }
                ),
            },
        };

    private static JProperty Reference(string schema) => new("$ref", $"#/components/schemas/{schema}");
}
