using System.Net;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pinning;

public sealed class PinTests
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

    [SharedFact]
    public async Task Pinning_the_published_release_gives_what_is_committed()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var source = Path.Combine(Repository.Shared, "openapi", "pinterest-5.23.0.json");

        var result = await new Pinner(new RepositoryLayout(repository)).PinAsync(new PinRequest(source));

        Assert.Empty(result.ChangedFiles);
        Assert.Empty(result.UnknownKeywords);
        Assert.Equal((231, 727), (result.Operations, result.Schemas));
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
    public void The_contract_is_canonical_and_has_no_prose()
    {
        var bytes = File.ReadAllBytes(Repository.Layout.Contract);
        var description = DescriptionReader.Read(bytes, "pinned");

        Assert.Equal(bytes, ContractWriter.ToBytes(ContractWriter.Reduce(description).Root));
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
        var contract = ContractWriter.Reduce(
            SmallDescription.Read(
                "Thing: {type: object, description: prose, x-new: {b: 1, a: 2}, properties: {title: {type: string, title: prose}, description: {type: string, example: prose}}}"
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
            ContractWriter.ToBytes(ContractWriter.Reduce(yaml).Root),
            ContractWriter.ToBytes(ContractWriter.Reduce(json).Root)
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_crash_between_two_moves_is_finished_by_the_next_command(int movesBeforeCrash)
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "a", "b", "c" })
        {
            folder.Write(name, "old");
        }

        var writes = new FileTransaction(folder);
        foreach (var name in new[] { "a", "b", "c" })
        {
            writes.Write(name, "new"u8.ToArray());
        }

        var moves = 0;
        Assert.Throws<IOException>(() =>
            writes.Commit(_ =>
            {
                if (moves++ == movesBeforeCrash)
                {
                    throw new IOException("crash");
                }
            })
        );
        FileTransaction.Recover(folder);

        Assert.Equal(
            ["a=new", "b=new", "c=new"],
            Directory
                .EnumerateFileSystemEntries(folder)
                .Order(StringComparer.Ordinal)
                .Select(file => $"{Path.GetFileName(file)}={File.ReadAllText(file)}")
        );
    }

    [Fact]
    public void A_crash_before_the_journal_leaves_the_old_files()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a", "old");
        Directory.CreateDirectory(Path.Combine(folder, ".pin-stage"));
        File.WriteAllText(Path.Combine(folder, ".pin-stage", "0.new"), "half");

        FileTransaction.Recover(folder);

        Assert.Equal("old", File.ReadAllText(Path.Combine(folder, "a")));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_public_name_that_would_vanish_stops_the_pin_unless_it_is_accepted()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var root = Repository.Contract();
        ((JObject)root["components"]!["schemas"]!["Board"]!["properties"]!).Remove("privacy");
        root["components"]!["schemas"]!["Board"]!["properties"]!["colour"] = new JObject { ["type"] = "string" };
        root["info"]!["version"] = "5.24.0";
        var file = repository.Write("new.json", root.ToString());
        RemoveDecision(Path.Combine(repository, "openapi", "overlay.json"), "$.components.schemas['Board'].properties");
        var before = repository.Snapshot();

        var (code, _, errors) = await ToolRun.Of("pin", file, "--repository", repository);
        Assert.Equal(2, code);
        Assert.Contains(
            "1 public name(s) of the client would change: vanishes: members Board.privacy was Privacy.",
            errors,
            StringComparison.Ordinal
        );
        Assert.Equal(before.OrderBy(f => f.Key), repository.Snapshot().OrderBy(f => f.Key));

        var (accepted, output, _) = await ToolRun.Of("pin", file, "--repository", repository, "--accept-names");
        Assert.Equal(0, accepted);
        Assert.Contains("name       new: members Board.colour is Colour", output, StringComparison.Ordinal);
        Assert.Contains("wrote      openapi/releases/5.24.0.json.gz", output, StringComparison.Ordinal);
        Assert.DoesNotContain(
            repository,
            File.ReadAllText(Path.Combine(repository, "openapi", "pin.json")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("https://example.com/a.json", "http://example.com/b.json", "is not an https address")]
    [InlineData("https://example.com/a.json", "https://example.com/a.json", "redirected more than 5 times")]
    public async Task A_redirect_is_followed_over_https_only_and_not_for_ever(
        string source,
        string location,
        string expected
    )
    {
        using var handler = new Redirects(location);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => DescriptionSource.ReadAsync(source, handler));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_read_and_a_failure_is_the_environments()
    {
        Assert.Equal(
            "{}"u8.ToArray(),
            await DescriptionSource.ReadAsync("https://example.com/a.json", new FakePinterest().Replies("{}"))
        );
        Assert.Contains(
            "answered 404",
            (
                await Assert.ThrowsAsync<SpecEnvironmentException>(() =>
                    DescriptionSource.ReadAsync(
                        "https://example.com/a.json",
                        new FakePinterest().Replies("", HttpStatusCode.NotFound)
                    )
                )
            ).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "larger than 32 MiB",
            (
                await Assert.ThrowsAsync<SpecException>(() =>
                    DescriptionSource.ReadAsync(
                        "https://example.com/a.json",
                        new FakePinterest().Replies(new string(' ', 33 * 1024 * 1024))
                    )
                )
            ).Message,
            StringComparison.Ordinal
        );
    }

    private static void RemoveDecision(string overlay, string target)
    {
        var root = JObject.Parse(File.ReadAllText(overlay));
        foreach (var action in root["actions"]!.Where(action => (string?)action["target"] == target).ToList())
        {
            action.Remove();
        }

        File.WriteAllText(overlay, root.ToString());
    }

    private sealed class Redirects(string location) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(location) } }
            );
    }
}
