using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reconstruction;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Reconstruction;

/// <summary>Parameters that a generator copied into the operations are references again.</summary>
public sealed class SharedParametersTests
{
    [Theory]
    [InlineData("5.23.0")]
    [InlineData("5.14.0")]
    public void A_release_whose_parameters_were_copied_is_itself_again(string version)
    {
        var original = new ReleaseStore(Repository.Layout.OpenApi).Read(version);
        var copy = (JObject)original.Root.DeepClone();
        var references = References(original.Root);
        Assert.True(CopyParameters(copy) > 100);

        SharedParameters.PutBack(copy, earlier: original.Root);

        // A few that the release writes out are equal to a shared one, which a copy cannot tell; no fact changes by that.
        var restored = References(copy);
        Assert.All(references, reference => Assert.Equal(reference.Value, restored[reference.Key]));
        Assert.InRange(restored.Count - references.Count, 0, 5);
        var again = DescriptionReader.Read(CanonicalJson.ToBytes(copy), "copy");
        Assert.Empty(DescriptionDiff.Compare(original, again).Findings);
    }

    [Theory]
    [InlineData("{in: query, name: a, style: form, explode: true}", "{in: query, name: a}")]
    [InlineData("{in: query, name: a, style: form, explode: false}", "{in: query, name: a, explode: false}")]
    [InlineData("{in: path, name: a, style: simple, explode: false}", "{in: path, name: a}")]
    [InlineData(
        "{in: query, name: a, style: deepObject, explode: true}",
        "{in: query, name: a, style: deepObject, explode: true}"
    )]
    public void A_style_that_OpenAPI_means_anyway_is_dropped(string written, string expected)
    {
        var root = new JObject
        {
            ["components"] = new JObject { ["parameters"] = new JObject { ["p"] = Parse(written) } },
        };

        SharedParameters.DropWrittenOutStyles(root);

        Assert.True(JToken.DeepEquals(Parse(expected), root["components"]!["parameters"]!["p"]));
    }

    [Fact]
    public void Of_equal_parameters_the_one_that_the_release_before_refers_to_is_taken_or_else_the_first()
    {
        var earlier = Two("{$ref: '#/components/parameters/second'}");
        var copy = Two("{in: query, name: a}");

        SharedParameters.PutBack(copy, earlier);
        Assert.Equal("#/components/parameters/second", (string?)copy.SelectToken("paths./a.get.parameters[0].$ref"));

        var alone = Two("{in: query, name: a}");
        SharedParameters.PutBack(alone, earlier: null);
        Assert.Equal("#/components/parameters/first", (string?)alone.SelectToken("paths./a.get.parameters[0].$ref"));
    }

    private static JObject Two(string parameter) =>
        Parse(
            "{paths: {/a: {get: {operationId: a, parameters: ["
                + parameter
                + "]}}}, components: {parameters: {first: {in: query, name: a}, second: {in: query, name: a}}}}"
        );

    private static JObject Parse(string yaml) =>
        DescriptionReader.Parse(System.Text.Encoding.UTF8.GetBytes("root: " + yaml), "test")["root"] as JObject ?? [];

    private static Dictionary<string, string> References(JObject root) =>
        OperationNodes
            .All(root)
            .SelectMany(operation => operation.OwnParameters)
            .Where(parameter => parameter["$ref"] is not null)
            .ToDictionary(JsonPointer.Of, parameter => (string)parameter["$ref"]!, StringComparer.Ordinal);

    private static int CopyParameters(JObject root)
    {
        var count = 0;
        foreach (var operation in OperationNodes.All(root))
        {
            foreach (var reference in operation.OwnParameters.Where(node => node["$ref"] is not null).ToList())
            {
                reference.Replace(JsonPointer.Find(root, (string)reference["$ref"]!)!.DeepClone());
                count++;
            }
        }

        return count;
    }
}
