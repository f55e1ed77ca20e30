using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>A candidate may be a copy, an original of what was reconstructed, or older: the check says which.</summary>
public sealed class CandidateOriginTests
{
    [Fact]
    public void An_older_candidate_is_called_older() =>
        Assert.Contains(
            "The candidate is 5.24.0, older than the pinned 5.28.0",
            Assert.Single(Notes("5.24.0", _ => { })),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_newer_candidate_needs_no_word() => Assert.Empty(Notes("5.99.0", _ => { }));

    [Fact]
    public void The_pinned_description_needs_no_word() => Assert.Empty(Notes("5.28.0", _ => { }));

    [Fact]
    public void An_original_is_held_against_the_mends_of_the_reconstruction()
    {
        var notes = Notes(
            "5.28.0",
            root => ((JObject)root.SelectToken("components.securitySchemes.conversion_token")!)["scheme"] = "basic"
        );

        Assert.StartsWith("Reconstruction against original: 5.28.0 is pinned", notes[0], StringComparison.Ordinal);
        Assert.Contains("contradicts 1 of 20 mends", notes[0], StringComparison.Ordinal);
        Assert.Contains("the mend conversion-token-scheme", notes[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_copy_without_an_overlay_is_compared_without_its_made_up_names()
    {
        var origin = new OriginFinder(Repository.Layout).ForCandidate(
            SmallDescription.Read(
                """
                Thing: { type: object, properties: { size: { $ref: "#/components/schemas/Thing_size" } } }
                Thing_size: { type: integer }
                """
            )
        );

        Assert.Equal(["Thing_size"], origin.Inlined);
        Assert.Contains(
            CandidateOrigin.Notes(Repository.Layout, origin),
            note => note.Contains("1 made-up schema name was taken out", StringComparison.Ordinal)
        );
    }

    [SharedFact]
    public void Five_changes_planted_in_the_copy_are_five_findings_and_the_copy_itself_is_none()
    {
        var file = Path.Combine(Repository.Shared, "openapi", "pinterest-5.28.0.yaml");
        var copy = DescriptionReader.Parse(File.ReadAllBytes(file), file);
        Assert.Empty(Findings(copy));

        var schemas = copy["components"]!["schemas"]!;
        ((JObject)copy["paths"]!).Remove("/terms/related");
        schemas["PinCreate"]!["required"] = new JArray("title");
        ((JObject)schemas["BoardOwner"]!["properties"]!).Remove("username");
        ((JArray)schemas["MediaUploadType"]!["enum"]!).Add("hologram");
        copy.SelectToken("paths./boards.get.parameters[?(@.name == 'page_size')].schema")!["maximum"] = 100;

        string[] expected =
        [
            "The operation GET /terms/related was removed.",
            "The property BoardOwner.username was removed.",
            "PinCreate.title is now required.",
            "Values of MediaUploadType were added: hologram.",
            "The maximum of GET /boards parameter 'page_size' changed from 250 to 100.",
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Findings(copy).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Findings(JObject copy)
    {
        var given = DescriptionReader.Read(CanonicalJson.ToBytes(copy), "copy.json");
        var origin = new OriginFinder(Repository.Layout).ForCandidate(given);
        Assert.Equal(OriginKind.Reconstructed, origin.Kind);
        var pinned = PinnedDescription.Read(Repository.Layout);
        return DescriptionDiff
            .Compare(pinned, origin.Description)
            .Findings.Where(finding => finding.Severity is not Severity.Documentation)
            .Select(finding => finding.Message);
    }

    private static IReadOnlyList<string> Notes(string version, Action<JObject> change)
    {
        var root = Repository.Description();
        root["info"]!["version"] = version;
        change(root);
        var description = DescriptionReader.Read(Encoding.UTF8.GetBytes(root.ToString()), "candidate.json");
        return CandidateOrigin.Notes(Repository.Layout, new OriginFinder(Repository.Layout).ForCandidate(description));
    }
}
