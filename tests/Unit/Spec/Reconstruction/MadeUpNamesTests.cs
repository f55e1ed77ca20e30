using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reconstruction;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Reconstruction;

/// <summary>What a generator made components of is inline again, and nothing else.</summary>
public sealed class MadeUpNamesTests
{
    public static TheoryData<string> Releases =>
        [.. new ReleaseStore(Repository.Layout.OpenApi).List().Select(release => release.Version)];

    [Theory]
    [MemberData(nameof(Releases))]
    public void No_component_of_an_original_is_taken_for_a_made_up_one(string version) =>
        Assert.Empty(MadeUpNames.Find(Read(version).Root));

    [Theory]
    [InlineData("5.23.0")]
    [InlineData("5.14.0")]
    [InlineData("5.5.0")]
    public void A_release_whose_inline_schemas_became_components_is_itself_again(string version)
    {
        var original = Read(version);
        var copy = (JObject)original.Root.DeepClone();
        var hoisted = HoistedDescription.Hoist(copy);
        Assert.NotEmpty(hoisted);
        Assert.False(JToken.DeepEquals(original.Root, copy));

        var gone = MadeUpNames.Inline(copy);

        Assert.Equal(hoisted.Order(StringComparer.Ordinal), gone);
        Assert.True(JToken.DeepEquals(original.Root, copy));
        Assert.Empty(DescriptionDiff.Compare(original, Copy(copy)).Findings);
    }

    [Fact]
    public void Schemas_that_hold_each_other_twice_are_not_unfolded_without_a_bound()
    {
        var names = Enumerable.Range(0, 40).Select(i => "A" + string.Concat(Enumerable.Repeat("_b", i))).ToList();
        var chain = names
            .Zip(names.Skip(1))
            .Select(pair => $"{pair.First}: {{ properties: {{ b: {Ref(pair.Second)}, c: {Ref(pair.Second)} }} }}");
        var root = SmallDescription
            .Read(string.Join('\n', chain.Append(names[^1] + ": { type: string }").Prepend($"Thing: {Ref("A")}")))
            .Root;

        var error = Assert.Throws<SpecException>(() => MadeUpNames.Inline(root));

        Assert.Contains("Its made-up name cannot be taken out", error.Message, StringComparison.Ordinal);

        static string Ref(string name) => $"{{ $ref: \"#/components/schemas/{name}\" }}";
    }

    [Fact]
    public void A_circle_keeps_one_of_its_names()
    {
        var root = SmallDescription
            .Read(
                """
                Thing: { type: object }
                A: { type: object, properties: { b: { $ref: "#/components/schemas/A_b" } } }
                A_b: { type: object, properties: { c: { $ref: "#/components/schemas/A_b_c" }, d: { $ref: "#/components/schemas/A_b_d" } } }
                A_b_c: { type: object, properties: { b: { $ref: "#/components/schemas/A_b" } } }
                A_b_d: { type: object, properties: { e: { type: string } } }
                """
            )
            .Root;

        Assert.Equal(["A_b", "A_b_c", "A_b_d"], MadeUpNames.Find(root));
        Assert.Equal(["A_b", "A_b_d"], MadeUpNames.Inline(root));

        // One name of the circle stays, and every reference still leads somewhere.
        Assert.NotNull(Copy(root).Root.SelectToken("components.schemas.A_b_c"));
        Assert.Equal(
            "string",
            (string?)root.SelectToken("components.schemas.A.properties.b.properties.d.properties.e.type")
        );
    }

    [Theory]
    [InlineData("A_b", "properties: { b: { $ref: REF } }", true)]
    [InlineData("A_b_c", "properties: { 'b-c': { $ref: REF } }", true)]
    [InlineData("A_b_inner", "properties: { b: { type: array, items: { $ref: REF } } }", true)]
    [InlineData("A_b_1", "properties: { b: { $ref: REF } }", true)]
    [InlineData("A_1_b", "allOf: [{ type: object }, { properties: { b: { $ref: REF } } }]", true)]
    [InlineData("A_allOf_1_b", "allOf: [{ type: object }, { properties: { b: { $ref: REF } } }]", true)]
    [InlineData("A_oneOf", "oneOf: [{ $ref: REF }, { type: string }]", true)]
    [InlineData("A_oneOf_1", "oneOf: [{ type: string }, { $ref: REF }]", true)]
    [InlineData("A_value", "additionalProperties: { $ref: REF }", true)]
    [InlineData("A_c", "properties: { b: { $ref: REF } }", false)]
    [InlineData("B_b", "properties: { b: { $ref: REF } }", false)]
    [InlineData("A_1", "allOf: [{ $ref: REF }]", false)]
    [InlineData("AB", "properties: { b: { $ref: REF } }", false)]
    public void A_name_is_made_up_when_its_place_gives_it(string name, string schema, bool isMadeUp)
    {
        var reference = $"\"#/components/schemas/{name}\"";
        var root = SmallDescription
            .Read(
                "Thing: { type: object }\n"
                    + $"A: {{ {schema.Replace("REF", reference, StringComparison.Ordinal)} }}\n"
                    + $"{name}: {{ type: object, properties: {{ x: {{ type: string }} }} }}\n"
            )
            .Root;

        Assert.Equal(isMadeUp ? [name] : [], MadeUpNames.Find(root));
    }

    private static Description Read(string version) => new ReleaseStore(Repository.Layout.OpenApi).Read(version);

    private static Description Copy(JObject root) =>
        DescriptionReader.Read(Encoding.UTF8.GetBytes(root.ToString()), "copy.json");
}
