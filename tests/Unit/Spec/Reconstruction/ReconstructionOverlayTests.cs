using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Reconstruction;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Reconstruction;

/// <summary>A fact is put back with a reason and evidence that holds, or not at all.</summary>
public sealed class ReconstructionOverlayTests
{
    private const string Action = """
        {"x-mend":"size","target":"$.components.schemas.Thing.properties.size","description":"Lost.",
         "x-evidence":[{"release":"1.0.0","pointer":"#/components/schemas/Thing"}],"update":{"maximum":7}}
        """;

    [Fact]
    public void A_mend_is_applied_once_made_up_names_are_inline()
    {
        var copy = SmallDescription.Read(
            """
            Thing: { type: object, properties: { size: { $ref: "#/components/schemas/Thing_size" } } }
            Thing_size: { type: integer }
            """
        );

        var mended = Overlay(copy.Version, Action).Apply(copy, _ => copy.Root);

        Assert.Equal(["Thing_size"], mended.Inlined);
        Assert.Equal("size", Assert.Single(mended.Mends).Id);
        Assert.Equal(7, (int?)mended.Description.Root.SelectToken("components.schemas.Thing.properties.size.maximum"));
        Assert.Null(copy.Root.SelectToken("components.schemas.Thing.properties.size.maximum"));
    }

    [Fact]
    public void Every_mend_that_does_not_hold_is_told_at_once_with_what_to_do()
    {
        var copy = SmallDescription.Read("Thing: { type: string }");

        var error = Assert.Throws<SpecException>(() => Overlay(copy.Version, Action, Action).Apply(copy, _ => null));

        Assert.Contains("do not fit small.yaml. Look at each place", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            error.Details,
            line => line.Contains("The release 1.0.0, its evidence, is not stored.", StringComparison.Ordinal)
        );
        Assert.Equal(
            2,
            error.Details.Count(line => line.Contains("matches nothing in the description", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Evidence_at_a_place_that_is_gone_is_named()
    {
        var copy = SmallDescription.Read("Thing: { type: object, properties: { size: { type: integer } } }");

        var error = Assert.Throws<SpecException>(() => Overlay(copy.Version, Action).Apply(copy, _ => []));

        Assert.Contains(
            "Its evidence is gone: #/components/schemas/Thing of 1.0.0",
            error.Details[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_copy_of_another_release_is_refused() =>
        Assert.Contains(
            "It mends a copy of 9.9.9",
            Assert
                .Throws<SpecException>(() =>
                    Overlay("9.9.9", Action).Apply(SmallDescription.Read("Thing: { type: object }"), _ => [])
                )
                .Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("x-mend")]
    [InlineData("description")]
    [InlineData("x-evidence")]
    public void A_mend_says_its_id_its_reason_and_its_evidence(string missing)
    {
        var action = JObject.Parse(Action);
        action.Remove(missing);

        var error = Assert.Throws<SpecException>(() => Overlay("1.0.0", action.ToString()));

        Assert.Contains($"The mend has no '{missing}'.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{type: integer, maximum: 7}", 0)]
    [InlineData("{type: integer, maximum: 8}", 1)]
    [InlineData("{type: integer}", 1)]
    public void An_original_agrees_with_a_mend_or_contradicts_it(string size, int contradicted)
    {
        var original = SmallDescription.Read($"Thing: {{ type: object, properties: {{ size: {size} }} }}");

        var found = MendComparison.Contradictions(Overlay("1.0.0", Action).Mends, original.Root);

        Assert.Equal(contradicted, found.Count);
        Assert.All(
            found,
            line => Assert.Contains("contradicts the mend size at $.components", line, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_is_removed_to_be_written_anew_is_compared_as_what_is_written()
    {
        const string remove = """
            {"x-mend":"m","target":"$.components.schemas.Thing.type","description":"Lost.",
             "x-evidence":[{"words":"said"}],"remove":true}
            """;
        const string write = """
            {"x-mend":"m","target":"$.components.schemas.Thing","description":"Lost.",
             "x-evidence":[{"words":"said"}],"update":{"anyOf":[{"type":"integer"},{"type":"string"}]}}
            """;
        var mends = Overlay("1.0.0", remove, write).Mends;

        Assert.Empty(
            MendComparison.Contradictions(
                mends,
                SmallDescription.Read("Thing: { anyOf: [{type: string}, {type: integer}] }").Root
            )
        );
        Assert.Single(MendComparison.Contradictions(mends, SmallDescription.Read("Thing: { type: integer }").Root));
    }

    private static ReconstructionOverlay Overlay(string version, params string[] actions) =>
        ReconstructionOverlay.Parse(
            Encoding.UTF8.GetBytes(
                $$"""{"overlay":"1.0.0","info":{"version":"{{version}}"},"actions":[{{string.Join(',', actions)}}]}"""
            ),
            "reconstruction.json"
        );
}
