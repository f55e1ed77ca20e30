using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Diff.Policy;
using Pinterest.OpenApi.Spec.Reports;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Diff.Policy;

/// <summary>What a user decides about findings is in force in every report.</summary>
public sealed class DiffPolicyTests : IDisposable
{
    // Two public operations and one internal one, which share a schema with one of the public ones.
    private const string Before = """
        openapi: 3.0.3
        info: {title: t, version: '1'}
        paths:
          /boards:
            get:
              operationId: boards/list
              tags: [boards]
              parameters:
                - {name: size, in: query, deprecated: true, x-sunset: '2026-02-01', schema: {type: integer}}
              responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Board'}}}}}
          /internal/boards/{id}:
            get:
              operationId: internal/get
              tags: [internal]
              x-internal: true
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Board'}}}}}
          /internal/old:
            post:
              operationId: internal/old
              tags: [internal]
              x-internal: true
              responses: {}
          /gone:
            delete:
              operationId: gone
              deprecated: true
              x-sunset: '2026-03-01'
              tags: [boards]
              responses: {}
        components:
          schemas:
            Board:
              type: object
              properties:
                name: {type: string}
                draft: {type: string, x-stability: alpha}
                owner: {type: string, deprecated: true, x-sunset: soon}
        """;

    private const string After = """
        openapi: 3.0.3
        info: {title: t, version: '2'}
        paths:
          /boards:
            get:
              operationId: boards/list
              tags: [boards]
              responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Board'}}}}}
          /internal/boards/{id}:
            get:
              operationId: internal/get
              tags: [internal]
              x-internal: true
              parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
              responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Board'}}}}}
        components: {schemas: {Board: {type: object, properties: {}}}}
        """;

    private static readonly DateOnly Today = new(2026, 3, 1);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Ignored =>
        new()
        {
            { """ "rule": "property-removed" """, "draft name owner" },
            { """ "path": "/internal/**" """, "id old" },
            { """ "path": "/internal/*" """, "old" },
            { """ "path": "/**" """, "draft gone id name old owner size" },
            { """ "path": "/internal/**", "method": "POST" """, "old" },
            { """ "operation": "internal/*" """, "id old" },
            { """ "operation": "POST /internal/old" """, "old" },
            { """ "tag": "internal" """, "id old" },
            { """ "tag": "int*", "rule": "operation-removed" """, "old" },
            { """ "extension": "x-internal" """, "id old" },
            { """ "extension": "x-internal=false" """, "" },
            { """ "extension": "x-stability=alpha" """, "draft" },
            { """ "extension": "x-stability", "path": "/boards" """, "" },
            { """ "place": "#/components/schemas/Board/properties/name" """, "name" },
            { """ "place": "#/components/schemas/Board/**" """, "draft name owner" },
            { """ "place": "#/components/schemas/*" """, "" },
        };

    [Theory]
    [MemberData(nameof(Ignored))]
    public void An_entry_ignores_what_all_its_criteria_name(string criteria, string places)
    {
        var result = Apply($$"""{"ignore": [{ {{criteria}}, "reason": "why" }]}""");

        Assert.Equal(places, Say(result.Ignored));
        Assert.All(result.Ignored, finding => Assert.Equal("why", finding.IgnoredBecause));
        Assert.Equal(7, result.Findings.Count + result.Ignored.Count);
    }

    [Fact]
    public void Entries_that_together_cover_all_operations_of_a_finding_ignore_it()
    {
        var result = Apply(
            """{"ignore": [{"path": "/boards", "reason": "one"}, {"tag": "internal", "reason": "two"}]}"""
        );

        Assert.Equal("draft id name old owner size", Say(result.Ignored));
        Assert.Contains(result.Ignored, finding => finding.IgnoredBecause == "one two");
    }

    // Otherwise a new mark or tag would hide what breaks the callers of today.
    [Theory]
    [InlineData(""" "extension": "x-new" """, "x-new: true\n      parameters: []", 1)]
    [InlineData(""" "tag": "new" """, "tags: [new]\n      parameters: []", 1)]
    [InlineData(
        """ "extension": "x-new" """,
        "parameters: [{name: a, in: query, schema: {type: string, maxLength: 5, x-new: true}}]",
        1
    )]
    [InlineData(
        """ "extension": "x-new" """,
        "parameters: [{name: a, in: query, schema: {type: string}}, {name: b, in: query, x-new: true, required: true}]",
        0
    )]
    public void A_mark_that_only_the_revision_has_hides_no_change_of_what_was_there(
        string criterion,
        string facts,
        int left
    )
    {
        var policy = Policy($$"""{"ignore": [{ {{criterion}}, "reason": "why" }]}""");
        var before = SmallDiff.Operation("parameters: [{name: a, in: query, schema: {type: string}}]");
        var result = policy.Apply(DescriptionDiff.Compare(before, SmallDiff.Operation(facts)), before.Root, Today);

        Assert.Equal(left, result.Findings.Count(finding => finding.Severity > Severity.Compatible));
    }

    [Theory]
    [InlineData("deprecated: true, x-sunset: '2026-03-01'", "compatible")]
    [InlineData("deprecated: true, x-sunset: '2026-03-01T08:00:00Z'", "compatible")]
    [InlineData("deprecated: true, x-sunset: '2026-03-01T23:00:00-05:00'", "potentially-breaking")]
    [InlineData("deprecated: true, x-sunset: 'Sun, 01 Mar 2026 00:00:00 GMT'", "compatible")]
    [InlineData("deprecated: true, x-sunset: '2026-03-02'", "potentially-breaking")]
    [InlineData("deprecated: true, x-sunset: 20260301", "potentially-breaking")]
    [InlineData("deprecated: true", "potentially-breaking")]
    [InlineData("x-sunset: '2026-03-01'", "potentially-breaking")]
    public void A_sunset_date_is_a_day_or_a_moment_of_something_deprecated(string facts, string expected)
    {
        var before = SmallDiff.Operation($"parameters: [{{name: a, in: query, {facts}, schema: {{type: string}}}}]");
        var result = Policy("""{"sunset": "allow"}""")
            .Apply(DescriptionDiff.Compare(before, SmallDiff.Operation("parameters: []")), before.Root, Today);

        Assert.Equal($"parameter-removed {expected}", SmallDiff.Say(result));
    }

    [Theory]
    [InlineData("2026-03-01", 1)]
    [InlineData("2026-02-28", 0)]
    public void An_entry_ends_after_its_day(string until, int ignored)
    {
        var result = Apply($$"""{"ignore": [{"operation": "gone", "reason": "why", "until": "{{until}}"}]}""");

        Assert.Equal(ignored, result.Ignored.Count);
        Assert.Equal(
            ignored == 0,
            result.Notices.Any(notice => notice.Contains("The entry ended on", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void An_entry_for_one_place_that_does_not_change_is_reported() =>
        Assert.Contains(
            Apply("""{"ignore": [{"place": "#/paths/~1none", "reason": "why"}]}""").Notices,
            notice => notice.EndsWith("so the entry ignores nothing. Remove it.", StringComparison.Ordinal)
        );

    [Fact]
    public void The_user_gives_rules_their_severity()
    {
        var result = Apply(
            """{"severities": {"property-removed": {"response": "compatible"}, "parameter-removed": "breaking"}}"""
        );

        Assert.Equal(
            "operation-removed breaking; parameter-removed breaking; parameter-type-narrowed breaking; "
                + "operation-removed breaking; property-removed compatible; property-removed compatible; "
                + "property-removed compatible",
            SmallDiff.Say(result)
        );
        Assert.Contains("policy.json changed the severity of 4 findings.", result.Notices);
    }

    // Board.owner has no date that can be read, and the day of the others has come.
    [Fact]
    public void A_removal_on_or_after_its_sunset_date_is_compatible_where_the_user_allows_it()
    {
        var result = Apply("""{"sunset": "allow"}""");

        Assert.Equal("gone size", Say(result.Findings.Where(finding => finding.Severity is Severity.Compatible)));
        Assert.Contains(
            result.Notices,
            notice => notice.StartsWith("The x-sunset 'soon' of Board.owner is no date", StringComparison.Ordinal)
        );
        Assert.Equal("size", Say(Compatible("""{"sunset": "allow"}""", new DateOnly(2026, 2, 28))));
        Assert.Empty(Compatible("""{"sunset": "break"}""", Today));
    }

    [Theory]
    [InlineData("text", "1 ignored by policy.json")]
    [InlineData("markdown", "1 ignored by policy.json")]
    [InlineData("github", "1 ignored by policy.json")]
    [InlineData("html", "1 ignored by policy.json")]
    [InlineData("json", "\"ignoredBy\": \"policy.json\"")]
    [InlineData("sarif", "\"justification\": \"we are the only callers\"")]
    [InlineData("junit", "ignored: we are the only callers")]
    public void Every_report_counts_what_was_ignored(string format, string said)
    {
        var result = Apply("""{"ignore": [{"operation": "gone", "reason": "we are the only callers"}]}""");

        Assert.Contains(said, DiffReports.Print(result, format), StringComparison.Ordinal);
        Assert.Equal(5, result.Count(Severity.Breaking));
    }

    [Theory]
    [InlineData("json", "\"severity\": \"documentation\"")]
    [InlineData("sarif", "\"level\": \"note\"")]
    [InlineData("junit", "failures=\"0\"")]
    [InlineData("github", "::notice ")]
    [InlineData("html", "documentation")]
    [InlineData("markdown", "⚪")]
    public void Every_report_shows_the_severities_in_force(string format, string said)
    {
        var rules = new[] { "property-removed", "operation-removed", "parameter-removed", "parameter-type-narrowed" };
        var given = string.Join(", ", rules.Select(rule => $"\"{rule}\": \"documentation\""));
        var text = DiffReports.Print(Apply($$$"""{"severities": {{{{given}}}}}"""), format);

        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain("::error", text, StringComparison.Ordinal);
        Assert.DoesNotContain("🔴", text, StringComparison.Ordinal);
    }

    private IEnumerable<Finding> Compatible(string json, DateOnly today) =>
        Apply(json, today).Findings.Where(finding => finding.Severity is Severity.Compatible);

    private DiffResult Apply(string json, DateOnly? today = null)
    {
        var (before, after) = (SmallDiff.Parse(Before), SmallDiff.Parse(After));
        return Policy(json).Apply(DescriptionDiff.Compare(before, after), before.Root, today ?? Today);
    }

    private DiffPolicy Policy(string json) => PolicyFile.Read(_folder.Write("policy.json", json), _folder);

    // The last words of the places. Example: Board.name and GET /internal/boards/{id} parameter 'id' are "id name".
    private static string Say(IEnumerable<Finding> findings) =>
        string.Join(
            ' ',
            findings
                .Select(finding => finding.Subject.Split(' ', '.', '/')[^1].Trim('\''))
                .Order(StringComparer.Ordinal)
        );
}
