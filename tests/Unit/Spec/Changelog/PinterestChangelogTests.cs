using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Changelog;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Changelog;

/// <summary>The published changelog: every form of line is read, and what is not known is told.</summary>
public sealed class PinterestChangelogTests
{
    private static readonly string Published = Path.Combine(Repository.Shared, "openapi", "changelog-5.23-5.28.md");

    [Fact]
    public void Many_endpoints_that_share_many_lines_are_refused()
    {
        var endpoints = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"GET /houses/{i}\n"));
        var lines = string.Concat(Enumerable.Repeat("- Something of a form that nobody knows\n", 1_000));

        var error = Assert.Throws<SpecException>(() =>
            PinterestChangelog.Parse(Encoding.UTF8.GetBytes("## Houses\n" + endpoints + lines), "a.md")
        );

        Assert.Contains("more than 200000 lines or", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_form_reads_its_example_and_no_other_form_does()
    {
        foreach (var form in LineForms.All)
        {
            Assert.Equal([form], LineForms.All.Where(other => other.Read(form.Example) is not null));
        }
    }

    [Theory]
    [InlineData("removed the enum value `RED` of the request property `a/b`", "request enum-value-removed a/b")]
    [InlineData("added the new optional request property `a/c` and `b/c`", "request property-added a/c b/c")]
    [InlineData(
        "the response properties `x`, `y` under `list/items` became required for the status 201",
        "response 201 became-required list/items/x list/items/y"
    )]
    [InlineData(
        "for the `query` request parameter `kinds`, the type/format of property `/items/` was changed from ``/`` to `a`/``",
        "query type-changed kinds/items"
    )]
    [InlineData("added the success response with the status 200, 201", "endpoint response-added 200 201")]
    [InlineData("removed `A, B` from the request body `allOf` list", "request parts-removed ")]
    [InlineData("deleted the `header` request parameter `X-A`", "header parameter-removed X-A")]
    public void A_line_becomes_facts(string text, string expected) => Assert.Equal(expected, LineForms.Read(text)?.Key);

    [Fact]
    public void Endpoints_in_a_row_share_their_lines_and_a_heading_ends_the_row()
    {
        var changelog = Parse(
            """
            # API Changelog (1.0.0 → 1.1.0)

            ## Houses

            GET /houses
            POST /houses
            - New endpoints added.

            GET /houses/{id}
            - ⚠️ removed the optional property `a` from the response with the 200 status
            - ⚠️ removed the enum value `X` of the request property `b`
            - ⚠️ removed the enum value `Y` of the request property `b`
            - endpoint reactivated
            - removed the schema `House`
            ---

            ## Doors

            GET /doors
            - ⚠ deleted the `query` request parameter `c`
            """
        );

        Assert.Equal(("1.0.0", "1.1.0", 1), (changelog.From, changelog.To, changelog.DocumentLines));
        Assert.Equal(
            [
                "GET /doors (Doors) changed 1 0",
                "GET /houses (Houses) added 0 1",
                "GET /houses/{id} (Houses) changed 3 1",
                "POST /houses (Houses) added 0 1",
            ],
            changelog.Endpoints.Select(one => $"{one.Name} ({one.Group}) {one.State.Word()} {one.Flagged} {one.Other}")
        );
        Assert.Equal(
            ["2 request enum-value-removed b", "1 response 200 property-removed a"],
            changelog.Endpoints[2].Lines.Select(line => $"{line.Count} {line.Line.Key}")
        );
        Assert.Empty(changelog.Unknown);
    }

    [Fact]
    public void A_form_that_is_not_known_is_counted_and_told_with_an_example()
    {
        var changelog = Parse(
            """
            GET /houses
            - ⚠️ painted the door `a` in 3 colours
            - ⚠️ painted the door `b` in 12 colours
            - knocked at the door
            A remark
            """
        );

        Assert.Equal(
            [
                "2 painted the door X in N colours | painted the door `a` in 3 colours | 2",
                "1 knocked at the door",
                "1 A remark",
            ],
            changelog.Unknown.Select(form =>
                form.Count == 2
                    ? $"{form.Count} {form.Form} | {form.Example} | {form.LineNumber}"
                    : $"{form.Count} {form.Form}"
            )
        );
        Assert.Equal((2, 1), (changelog.Endpoints[0].Flagged, changelog.Endpoints[0].Other));
        Assert.Equal(LineKind.Unknown, changelog.Endpoints[0].Lines.Single().Line.Kind);
    }

    [Theory]
    [InlineData("", "names no endpoint")]
    [InlineData("# API Changelog (1.0.0 → 1.1.0)", "names no endpoint")]
    public void What_is_no_changelog_is_rejected(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<SpecException>(() => Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_cannot_be_endless()
    {
        var many = Enumerable.Range(0, 10_001).Select(i => $"GET /a{i}");
        var forms = Enumerable.Range(0, 201).Select(i => "- " + new string('x', i + 1));

        Assert.Contains("characters", Problem("- " + new string('a', 16_001)), StringComparison.Ordinal);
        Assert.Contains("10000 endpoints", Problem(string.Join('\n', many)), StringComparison.Ordinal);
        // Endpoints in a row all get each line.
        var row = string.Join('\n', Enumerable.Range(0, 201).Select(i => $"GET /a{i}")) + "\n";
        var lines = Enumerable.Range(0, 1_000).Select(i => $"- ⚠️ removed the request property `p{i}`");
        var longLines = Enumerable
            .Range(0, 20)
            .Select(i => $"- ⚠️ removed the request property `{i}{new string('p', 15_000)}`");
        Assert.Contains("lines or", Problem(row + string.Join('\n', lines)), StringComparison.Ordinal);
        Assert.Contains("characters together", Problem(row + string.Join('\n', longLines)), StringComparison.Ordinal);
        Assert.Contains("200 forms", Problem("GET /a\n" + string.Join('\n', forms)), StringComparison.Ordinal);
        Assert.Contains(
            "not UTF-8",
            Assert.Throws<SpecException>(() => PinterestChangelog.Parse([0xFF], "a.md")).Message,
            StringComparison.Ordinal
        );

        static string Problem(string text) => Assert.Throws<SpecException>(() => Parse(text)).Message;
    }

    [SharedFact]
    public async Task Every_line_of_the_published_changelog_is_known_and_its_numbers_are_those_of_the_list()
    {
        var changelog = PinterestChangelog.Read(Published);
        var list = JArray.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(Published, ".flags.json")));

        Assert.Empty(changelog.Unknown);
        Assert.Equal(("5.23.0", "5.28.0", 182), (changelog.From, changelog.To, changelog.DocumentLines));
        Assert.Equal(
            (145, 4098),
            (changelog.Endpoints.Count(one => one.Flagged > 0), changelog.Endpoints.Sum(one => one.Flagged))
        );
        Assert.Equal(
            list.Select(one =>
                    $"{one["method"]} {one["path"]} ({one["group"]}) {one["state"]} {one["breaking"]} {one["other"]}"
                )
                .Order(StringComparer.Ordinal),
            changelog
                .Endpoints.Select(one => $"{one.Name} ({one.Group}) {one.State.Word()} {one.Flagged} {one.Other}")
                .Order(StringComparer.Ordinal)
        );
    }

    private static PinterestChangelog Parse(string text) =>
        PinterestChangelog.Parse(Encoding.UTF8.GetBytes(text), "changes.md");
}
