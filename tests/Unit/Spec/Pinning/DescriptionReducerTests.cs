using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pinning;

/// <summary>A description is reduced to its facts, in one form.</summary>
public sealed class DescriptionReducerTests
{
    [Fact]
    public void The_contract_is_canonical_and_has_no_prose()
    {
        var bytes = File.ReadAllBytes(Repository.Layout.PinnedDescription);
        var description = DescriptionReader.Read(bytes, "pinned");

        Assert.Equal(bytes, CanonicalJson.ToBytes(DescriptionReducer.Reduce(description).Root));
        Assert.DoesNotContain((byte)'\r', bytes);
        foreach (var (node, kind) in DocumentWalker.Walk(description.Root))
        {
            var allowed = kind switch
            {
                NodeKind.Info => "title",
                NodeKind.Response => "description",
                _ => "",
            };
            Assert.DoesNotContain(
                node.Properties(),
                member =>
                    member.Name != allowed && member.Name is "summary" or "description" && kind is not NodeKind.Response
                    || member.Name is "example" or "externalDocs" or "x-codeSamples"
            );
        }
    }

    [Fact]
    public void A_property_that_is_called_description_stays_and_an_unknown_keyword_is_kept_and_reported()
    {
        var contract = DescriptionReducer.Reduce(
            SmallDescription.Read(
                "Thing: {type: object, description: prose, x-new: {b: 1, a: 2}, properties: "
                    + "{title: {type: string, title: prose}, description: {type: string, example: prose}}}"
            )
        );

        Assert.Equal(
            """{"properties":{"description":{"type":"string"},"title":{"type":"string"}},"type":"object","x-new":{"a":2,"b":1}}""",
            contract.Root["components"]!["schemas"]!["Thing"]!.ToString(Newtonsoft.Json.Formatting.None)
        );
        Assert.Equal(["#/components/schemas/Thing/x-new"], contract.UnknownKeywords);
    }

    [Fact]
    public void JSON_and_YAML_of_one_description_give_one_contract()
    {
        var yaml = SmallDescription.Read(
            "Thing: {type: object, properties: {a: {type: integer, minimum: 0.50, enum: [1, 2]}, b: {nullable: true, pattern: '^\\d+$'}}}"
        );
        var json = DescriptionReader.Read(System.Text.Encoding.UTF8.GetBytes(yaml.Root.ToString()), "small.json");

        Assert.Equal(
            CanonicalJson.ToBytes(DescriptionReducer.Reduce(yaml).Root),
            CanonicalJson.ToBytes(DescriptionReducer.Reduce(json).Root)
        );
    }
}
