using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Changelog;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Changelog;

/// <summary>The flags in openapi/changelog.json.</summary>
public sealed class FlagLedgerTests
{
    private static readonly FlagSet Flags = FlagSet.Of(PinterestChangelog.Read(Houses.Changelog));

    [Fact]
    public void The_ledger_of_the_repository_has_the_form_in_which_it_is_written()
    {
        var path = Path.Combine(Repository.Layout.OpenApi, "changelog.json");

        Assert.Equal(
            File.ReadAllText(path),
            System.Text.Encoding.UTF8.GetString(LedgerJson.ToBytes(JObject.Parse(File.ReadAllText(path))))
        );
    }

    [Fact]
    public void What_is_stored_is_read_again_and_the_entries_stay()
    {
        using var copy = TemporaryFolder.WithRepository(withClient: false);
        var layout = new RepositoryLayout(copy);
        var path = Path.Combine(layout.OpenApi, "changelog.json");
        var entries = ReleaseLedger.ReadChangelog(path);

        Assert.True(FlagLedger.Store(layout, Flags));
        var first = File.ReadAllText(path);
        Assert.False(FlagLedger.Store(layout, Flags));
        Assert.Equal(first, File.ReadAllText(path));
        Assert.Equal(entries, ReleaseLedger.ReadChangelog(path));

        var read = FlagLedger.Find(layout, "1.0.0", "1.1.0");
        Assert.Equal(Say(Flags), Say(read));
        Assert.DoesNotContain("property `", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_are_sorted_by_version_and_the_same_releases_are_one_set()
    {
        using var copy = TemporaryFolder.WithRepository(withClient: false);
        var layout = new RepositoryLayout(copy);
        var before = FlagLedger.Read(layout).Select(set => set.To).ToList();
        FlagLedger.Store(layout, Flags with { From = "1.9.0", To = "1.10.0" });
        FlagLedger.Store(layout, Flags with { From = "1.10.0", To = "1.11.0" });
        FlagLedger.Store(layout, Flags with { From = "1.9.0", To = "1.10.0", Endpoints = [] });

        var sets = FlagLedger.Read(layout);
        Assert.Equal([.. new[] { "1.10.0", "1.11.0" }, .. before], sets.Select(set => set.To));
        Assert.Empty(sets[0].Endpoints);
    }

    [Fact]
    public void What_would_be_too_large_to_be_read_again_is_not_written()
    {
        using var copy = TemporaryFolder.WithRepository(withClient: false);
        var layout = new RepositoryLayout(copy);
        var before = File.ReadAllText(Path.Combine(layout.OpenApi, "changelog.json"));
        var place = new string('p', 1024 * 1024);
        var lines = Enumerable
            .Range(0, 33)
            .Select(_ => new FlaggedLine(
                new ChangelogLine
                {
                    In = "request",
                    Kind = LineKind.PropertyRemoved,
                    Places = [place],
                },
                1
            ));
        var large = Flags with { Endpoints = [Flags.Endpoints[0] with { Lines = [.. lines] }] };

        var problem = Assert.Throws<SpecException>(() => FlagLedger.Store(layout, large));

        Assert.Contains("33 MiB; at most 32 are read", problem.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(layout.OpenApi, "changelog.json")));
    }

    [Fact]
    public void Flags_that_are_not_stored_are_told()
    {
        var problem = Assert.Throws<SpecException>(() => FlagLedger.Find(Repository.Layout, "1.0.0", "1.1.0"));

        Assert.Contains("no flags from 1.0.0 to 1.1.0", problem.Message, StringComparison.Ordinal);
        Assert.Contains("--changelog", problem.Message, StringComparison.Ordinal);
        Assert.Null(FlagLedger.TryFind(Repository.Layout, "1.0.0", "1.1.0"));
    }

    [Theory]
    [InlineData("\"from\": \"1.0.0\"", "\"from\": \"one\"", "'from' is no version")]
    [InlineData("\"state\": \"changed\"", "\"state\": \"lost\"", "'state' is no known word")]
    [InlineData("\"flagged\": 2", "\"flagged\": 9", "and not 'flagged'")]
    [InlineData("\"flagged\": 2", "\"flagged\": -1", "no number 'flagged'")]
    [InlineData("POST /windows", "GET /windows", "is listed twice")]
    [InlineData("\"flagged\": 2", "\"flagged\": 100001", "no number 'flagged'")]
    [InlineData("\"lines\":", "\"liens\":", "no list 'lines'")]
    public void A_damaged_set_is_told(string good, string bad, string expected)
    {
        using var copy = TemporaryFolder.WithRepository(withClient: false);
        var layout = new RepositoryLayout(copy);
        var path = Path.Combine(layout.OpenApi, "changelog.json");
        FlagLedger.Store(layout, Flags);
        File.WriteAllText(path, File.ReadAllText(path).Replace(good, bad, StringComparison.Ordinal));

        Assert.Contains(
            expected,
            Assert.Throws<SpecException>(() => FlagLedger.Read(layout)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_releases_of_a_changelog_without_a_title_must_be_given()
    {
        var untitled = PinterestChangelog.Read(Houses.Changelog) with { From = null, To = null };

        Assert.Contains(
            "--from VERSION",
            Assert.Throws<SpecException>(() => FlagSet.Of(untitled, to: "1.1.0")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no version",
            Assert.Throws<SpecException>(() => FlagSet.Of(untitled, "one", "1.1.0")).Message,
            StringComparison.Ordinal
        );
        Assert.Equal("1.2.0", FlagSet.Of(untitled, "1.0.0", "1.2.0").To);
    }

    private static string Say(FlagSet flags) => FlagJson.Write(flags).ToString();
}
