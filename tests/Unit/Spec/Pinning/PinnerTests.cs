using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pinning;

public sealed class PinnerTests
{
    [Fact]
    public async Task Pinning_the_pinned_contract_again_changes_no_byte_but_the_record_of_its_source()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var pinner = new Pinner(new RepositoryLayout(repository));
        var contract = Path.Combine(repository, "openapi", "pinterest-v5.json");

        Assert.Equal(["pin.json"], (await pinner.PinAsync(new PinRequest(contract))).ChangedFiles);
        Assert.Empty((await pinner.PinAsync(new PinRequest(contract))).ChangedFiles);
    }

    [Fact]
    public async Task Other_bytes_than_those_that_were_checked_are_refused_with_both_hashes()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var contract = Path.Combine(repository, "openapi", "pinterest-v5.json");
        var hash = PinRecord.Hash(await File.ReadAllBytesAsync(contract));
        var other = new string('0', 64);
        var before = repository.Snapshot();

        var (code, _, errors) = await ToolRun.Of("pin", contract, "--repository", repository, "--sha256", other);
        Assert.Equal(2, code);
        Assert.Contains($"The bytes have the SHA-256 {hash}, and not {other}.", errors, StringComparison.Ordinal);
        Assert.Equal(before.OrderBy(f => f.Key), repository.Snapshot().OrderBy(f => f.Key));

        Assert.Equal(
            0,
            (await ToolRun.Of("pin", contract, "--repository", repository, "--sha256", hash.ToUpperInvariant())).Code
        );
        Assert.Contains(
            "'abc' is no SHA-256.",
            (await ToolRun.Of("pin", contract, "--sha256", "abc")).Errors,
            StringComparison.Ordinal
        );
    }

    [SharedFact]
    public async Task Pinning_the_copy_with_its_overlay_gives_what_is_committed()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var source = Path.Combine(Repository.Shared, "openapi", "pinterest-5.28.0.yaml");

        var result = await new Pinner(new RepositoryLayout(repository)).PinAsync(new PinRequest(source));

        Assert.Empty(result.ChangedFiles);
        Assert.Empty(result.UnknownKeywords);
        Assert.Equal((266, 1112), (result.Operations, result.Schemas));
    }

    [SharedFact]
    public async Task Every_published_release_gives_the_contract_that_is_stored()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var pinner = new Pinner(new RepositoryLayout(repository));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Shared, "openapi"), "pinterest-*.json"))
        {
            Assert.Empty((await pinner.PinAsync(new PinRequest(file) { ReleaseOnly = true })).ChangedFiles);
        }
    }

    [Fact]
    public async Task A_public_name_that_would_vanish_stops_the_pin_unless_it_is_accepted()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var root = Repository.Description();
        var board = (JObject)root["components"]!["schemas"]!["Board"]!["allOf"]!.Last!["properties"]!;
        board.Remove("privacy");
        board["colour"] = new JObject { ["type"] = "string" };
        root["info"]!["version"] = "5.99.0";
        var file = repository.Write("new.json", root.ToString());
        RemoveLine(Path.Combine(repository, "openapi", "summaries.json"), "schemas/Board/privacy");
        var before = repository.Snapshot();

        var (code, _, errors) = await ToolRun.Of("pin", file, "--repository", repository);
        Assert.Equal(2, code);
        Assert.Contains(
            "1 public name of the client would change. The property \"privacy\" of the model Board no longer exists. "
                + "Its C# name was \"Privacy\".",
            errors,
            StringComparison.Ordinal
        );
        Assert.Equal(before.OrderBy(f => f.Key), repository.Snapshot().OrderBy(f => f.Key));

        var (accepted, output, _) = await ToolRun.Of("pin", file, "--repository", repository, "--accept-names");
        Assert.Equal(0, accepted);
        Assert.Contains(
            "name       The property \"colour\" of the model Board is new. Its C# name would be \"Colour\".",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("wrote      openapi/releases/5.99.0.json.gz", output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            repository,
            File.ReadAllText(Path.Combine(repository, "openapi", "pin.json")),
            StringComparison.Ordinal
        );
    }

    private static void RemoveLine(string file, string id)
    {
        var root = JObject.Parse(File.ReadAllText(file));
        Assert.True(root.Remove(id));
        File.WriteAllText(file, root.ToString());
    }
}
