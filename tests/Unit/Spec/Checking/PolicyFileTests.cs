using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff.Policy;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Checking;

/// <summary>The file in which a user decides about findings.</summary>
public sealed class PolicyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Malformed =>
        new()
        {
            { """{"ignored": []}""", "There is no member 'ignored'. The members are $schema, severities, ignore" },
            { """{"severities": []}""", "This is no object." },
            { """{"severities": {"no-such-rule": "breaking"}}""", "There is no rule 'no-such-rule'." },
            { """{"severities": {"enum-added": "bad"}}""", "'bad' is none of documentation, compatible" },
            { """{"severities": {"enum-added": {"both": "breaking"}}}""", "There is no member 'both'." },
            { """{"severities": {"enum-added": {"request": 1}}}""", "'1' is none of" },
            { """{"ignore": {}}""", "This is no list." },
            { """{"ignore": ["enum-added"]}""", "This is no object." },
            { """{"ignore": [{"reason": "why"}]}""", "The entry would ignore every finding." },
            { """{"ignore": [{"rule": "enum-added"}]}""", "The entry has no 'reason'." },
            { """{"ignore": [{"rule": "enum-added", "reason": " "}]}""", "'reason' is no text." },
            { """{"ignore": [{"rule": "no-such-rule", "reason": "why"}]}""", "There is no rule 'no-such-rule'." },
            { """{"ignore": [{"paths": "/a", "reason": "why"}]}""", "There is no member 'paths'." },
            { """{"ignore": [{"path": ["/a"], "reason": "why"}]}""", "'path' is no text." },
            { """{"ignore": [{"method": "FETCH", "reason": "why"}]}""", "'FETCH' is no method." },
            { """{"ignore": [{"extension": "internal", "reason": "why"}]}""", "'internal' is no extension." },
            { """{"ignore": [{"path": "/a", "reason": "why", "until": "31.1.2026"}]}""", "'31.1.2026' is no day." },
            { """{"ignore": [{"path": "/a", "reason": "why", "until": "2026-02-30"}]}""", "'2026-02-30' is no day." },
            { """{"failOn": "sometimes"}""", "'sometimes' is none of breaking" },
            { """{"sunset": true}""", "'true' is none of allow, break." },
        };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_file_is_an_error_that_says_what_and_where(string json, string message)
    {
        var error = Assert.Throws<SpecException>(() => Read(json));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("policy.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_named_must_be_there() =>
        Assert.Contains(
            "There is no such configuration file. Check --config.",
            Assert.Throws<SpecException>(() => PolicyFile.Read(Path.Combine(_folder, "none.json"), _folder)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Without_a_file_nothing_is_decided() => Assert.Same(DiffPolicy.None, PolicyFile.Read(null, _folder));

    [Fact]
    public void The_file_is_found_in_the_folder_or_above_it_up_to_the_root_of_the_repository()
    {
        var inner = Directory.CreateDirectory(Path.Combine(_folder, "outer", "repository", "folder", "deep")).FullName;
        var repository = Path.Combine(_folder, "outer", "repository");
        Directory.CreateDirectory(Path.Combine(repository, ".git"));
        _folder.Write(Path.Combine("outer", PolicyFile.Name), "{}");
        Assert.Null(PolicyFile.Find(inner));

        var atRoot = _folder.Write(Path.Combine("outer", "repository", PolicyFile.Name), "{}");
        Assert.Equal(atRoot, PolicyFile.Find(inner));

        var nearest = _folder.Write(Path.Combine("outer", "repository", "folder", PolicyFile.Name), "{}");
        Assert.Equal(nearest, PolicyFile.Find(inner));
    }

    [Fact]
    public void A_full_file_is_read()
    {
        var policy = Read(
            """
            {
              "$schema": "anything",
              "severities": {"enum-value-added": "compatible", "property-removed": {"response": "potentially-breaking"}},
              "ignore": [
                {"rule": "property-removed", "place": "#/components/**", "path": "/internal/**", "operation": "GET /*",
                 "method": "get", "tag": "beta*", "extension": "x-stability=alpha", "reason": "why", "until": "2026-06-30"}
              ],
              "failOn": "potentially-breaking",
              "sunset": "allow"
            }
            """
        );

        Assert.Equal(["enum-value-added", "property-removed"], policy.Severities.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("potentially-breaking", policy.FailOn);
        Assert.True(policy.AllowsSunset);
        var entry = Assert.Single(policy.Ignore);
        Assert.Equal("GET", entry.Method);
        Assert.Equal(new DateOnly(2026, 6, 30), entry.Until);
        Assert.Equal("x-stability=alpha", entry.Extension!.ToString());
        Assert.StartsWith("policy.json:5:", entry.WrittenAt, StringComparison.Ordinal);
    }

    private DiffPolicy Read(string json) => PolicyFile.Read(_folder.Write("policy.json", json), _folder);
}
