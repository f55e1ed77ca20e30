using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pinning;

/// <summary>What comes after what is pinned: a copy, an original of a reconstruction, an older release, other bytes.</summary>
public sealed class PinOrderTests
{
    private const StringComparison Plain = StringComparison.Ordinal;

    [Fact]
    public async Task A_copy_without_an_overlay_is_refused_and_one_with_it_is_pinned_as_reconstructed()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var copy = repository.Write("copy.json", Copy("5.99.0").ToString());
        var overlay = repository.Write(
            "overlay.json",
            """{"overlay":"1.0.0","info":{"version":"5.99.0"},"actions":[]}"""
        );

        var (code, _, errors) = await Pin(repository, copy);
        Assert.Equal(2, code);
        Assert.Contains(
            "It is a copy that a generator wrote: 1 schema name is made of places, for example Board_1_extra.",
            errors,
            Plain
        );
        Assert.Contains("--reconstruction, or --original", errors, Plain);

        var (pinned, output, problem) = await Pin(repository, copy, "--reconstruction", overlay);
        Assert.True(pinned == 0, problem);
        Assert.Contains("reconstructed from a copy: 0 facts put back", output, Plain);
        Assert.Equal(OriginKind.Reconstructed, Record(repository).Kind);
        Assert.Equal(["Board_1_extra"], Record(repository).Reconstruction!.Inlined);
    }

    [Fact]
    public async Task The_original_takes_the_place_of_the_reconstruction_and_says_which_mends_it_contradicts()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var original = Repository.Description();
        Assert.Equal(OriginKind.Reconstructed, Record(repository).Kind);
        original
            .SelectToken("components.schemas.CatalogsProductGroupCurrencyCriteria.properties.negated.enum")!
            .Parent!.Remove();
        var file = repository.Write("original.json", original.ToString());

        var (code, output, errors) = await Pin(repository, file, "--accept-names");

        Assert.True(code == 0, errors);
        Assert.Contains("reconstruction against original: 1 of the mends contradicted", output, Plain);
        Assert.Contains("The original contradicts the mend currency-negated", output, Plain);
        Assert.Equal(OriginKind.Original, Record(repository).Kind);
        var overlay = JObject.Parse(File.ReadAllText(Path.Combine(repository, "openapi", "reconstruction.json")));
        Assert.Empty(overlay["actions"]!);
    }

    [Fact]
    public async Task The_same_contract_stays_a_reconstruction_unless_it_is_said_to_be_the_original()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var contract = Path.Combine(repository, "openapi", "pinterest-v5.json");

        Assert.Equal(0, (await Pin(repository, contract)).Code);
        Assert.Equal(OriginKind.Reconstructed, Record(repository).Kind);

        Assert.Equal(0, (await Pin(repository, contract, "--original")).Code);
        Assert.Equal(OriginKind.Original, Record(repository).Kind);
    }

    [Fact]
    public async Task An_older_release_is_refused_unless_it_is_asked_for()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var older = Repository.Description();
        older["info"]!["version"] = "5.24.0";
        var file = repository.Write("older.json", older.ToString());

        var (code, _, errors) = await Pin(repository, file);

        Assert.Equal(2, code);
        Assert.Contains("It is 5.24.0, older than the pinned 5.28.0. Store it with --release-only", errors, Plain);
        Assert.Equal(0, (await Pin(repository, file, "--allow-older")).Code);
    }

    [Fact]
    public async Task Other_bytes_of_an_original_release_are_refused_unless_they_are_asked_for()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var other = Repository.Description();
        other["info"]!["version"] = "5.23.0";
        var file = repository.Write("other.json", other.ToString());

        var (code, _, errors) = await Pin(repository, file, "--release-only");

        Assert.Equal(2, code);
        Assert.Contains("5.23.0 is stored with other facts, original with the SHA-256 660af29923d6", errors, Plain);
        Assert.Contains("pass --replace", errors, Plain);
        Assert.Equal(0, (await Pin(repository, file, "--release-only", "--replace")).Code);
    }

    private static Task<(int Code, string Output, string Errors)> Pin(
        TemporaryFolder repository,
        string file,
        params string[] more
    ) => ToolRun.Of(["pin", file, "--repository", repository, .. more]);

    private static PinRecord Record(TemporaryFolder repository) =>
        PinRecord.Read(Path.Combine(repository, "openapi", "pin.json"));

    private static JObject Copy(string version)
    {
        var root = Repository.Description();
        root["info"]!["version"] = version;
        var schemas = (JObject)root["components"]!["schemas"]!;
        schemas["Board_1_extra"] = new JObject { ["type"] = "string" };
        var part = schemas["Board"]!["allOf"]!.Last!;
        part["properties"]!["extra"] = new JObject { ["$ref"] = "#/components/schemas/Board_extra" };
        schemas["Board_1_extra"]!.Parent!.Remove();
        schemas["Board_1_extra"] = new JObject { ["type"] = "string" };
        part["properties"]!["extra"]!["$ref"] = "#/components/schemas/Board_1_extra";
        return root;
    }
}
