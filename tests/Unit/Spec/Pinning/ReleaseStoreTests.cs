using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pinning;

/// <summary>Every published release is kept.</summary>
public sealed class ReleaseStoreTests
{
    [Fact]
    public void All_26_published_releases_are_stored() =>
        Assert.Equal(
            [
                "5.0.0",
                "5.0.1",
                "5.0.2",
                "5.1.0",
                "5.1.1",
                "5.1.2",
                "5.3.0",
                "5.4.0",
                "5.4.1",
                "5.5.0",
                "5.6.0",
                "5.8.0",
                "5.9.0",
                "5.10.0",
                "5.11.0",
                "5.12.0",
                "5.13.0",
                "5.14.0",
                "5.15.0",
                "5.16.0",
                "5.17.0",
                "5.18.0",
                "5.20.0",
                "5.21.0",
                "5.22.0",
                "5.23.0",
                "5.28.0",
            ],
            new ReleaseStore(Repository.Layout.OpenApi).List().Select(release => release.Version)
        );

    [Theory]
    [InlineData("""{"releases":[7]}""", "has no 'version'")]
    [InlineData("""{"releases":[{}]}""", "has no 'version'")]
    [InlineData("""{"releases":[{"version":"../../pin"}]}""", "has no 'version'")]
    [InlineData("""{"releases":[{"version":"5.0.0","operations":99999999999}]}""", "has no 'operations'")]
    [InlineData("""{"releases":[{"version":"5.0.0","operations":1,"schemas":"x"}]}""", "has no 'schemas'")]
    [InlineData("""{"releases":[{"version":"5.0.0","operations":1,"schemas":1}]}""", "has no 'contractSha256'")]
    [InlineData(
        """
            {"releases":[{"version":"5.0.0","operations":1,"schemas":1,"contractSha256":"0"},
            {"version":"5.0.1","operations":1,"schemas":1,"contractSha256":"0"}]}
            """,
        "The description in it has the SHA-256"
    )]
    public async Task An_index_of_somebody_else_is_refused_in_a_line(string index, string message)
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        await File.WriteAllTextAsync(Path.Combine(repository, "openapi", "releases", "index.json"), index);

        var (code, _, errors) = await ToolRun.Of("releases", "--repository", repository);

        Assert.Equal(2, code);
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public void A_release_whose_file_was_swapped_is_refused()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var releases = Path.Combine(repository, "openapi", "releases");
        File.Copy(Path.Combine(releases, "5.21.0.json.gz"), Path.Combine(releases, "5.22.0.json.gz"), overwrite: true);
        var store = new ReleaseStore(Path.Combine(repository, "openapi"));
        var hashes = store.List().ToDictionary(release => release.Version, release => release.DescriptionSha256);

        foreach (var read in new Func<string, object>[] { store.Read, store.ReadForComparison })
        {
            Assert.Equal(
                $"openapi/releases/5.22.0.json.gz: The description in it has the SHA-256 {hashes["5.21.0"]}, and not "
                    + $"{hashes["5.22.0"]} as index.json says. Restore openapi/releases from version control.",
                Assert.Throws<SpecException>(() => read("5.22.0")).Message
            );
            Assert.NotNull(read("5.21.0"));
        }
    }
}
