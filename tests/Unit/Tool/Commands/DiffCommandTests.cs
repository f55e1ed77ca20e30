using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

public sealed class DiffCommandTests
{
    private const string Before =
        "openapi: 3.0.3\ninfo: {title: t, version: 1.0.0}\n"
        + "paths: {/a: {get: {operationId: a, responses: {}}}, /b: {get: {operationId: b, responses: {}}}}";
    private const string After =
        "openapi: 3.0.3\ninfo: {title: t, version: 2.0.0}\npaths: {/a: {get: {operationId: a, responses: {}}}}";
    private const string Place = "#/paths/~1b/get";

    [Theory]
    [InlineData("breaking", 1)]
    [InlineData("potentially-breaking", 1)]
    [InlineData("never", 0)]
    public async Task The_exit_code_follows_what_was_asked_for(string failOn, int expected)
    {
        using var folder = new TemporaryFolder();
        var (code, output, _) = await ToolRun.Of(
            "diff",
            folder.Write("a.yaml", Before),
            folder.Write("b.yaml", After),
            "--fail-on",
            failOn,
            "--repository",
            folder
        );
        Assert.Equal(expected, code);
        Assert.Contains("The operation GET /b was removed. [operation-removed]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_comparison_is_reported_in_several_forms()
    {
        using var folder = new TemporaryFolder();
        var (sarif, json) = (Path.Combine(folder, "diff.sarif"), Path.Combine(folder, "diff.json"));
        var (code, output, _) = await ToolRun.Of(
            "diff",
            folder.Write("a.yaml", Before),
            folder.Write("b.yaml", After),
            "--no-client",
            "--also",
            $"sarif={sarif}",
            "--also",
            $"json={json}",
            "--repository",
            folder
        );

        Assert.Equal(1, code);
        Assert.Contains("The operation GET /b was removed. [operation-removed]", output, StringComparison.Ordinal);
        Assert.Contains("operation-removed", await File.ReadAllTextAsync(sarif), StringComparison.Ordinal);
        Assert.Equal(Place, (string?)JObject.Parse(await File.ReadAllTextAsync(json))["findings"]![0]!["pointer"]);
    }

    [Theory]
    [InlineData("--output", "")]
    [InlineData("--also", "html=")]
    public async Task Two_reports_into_one_file_are_refused(string option, string format)
    {
        using var folder = new TemporaryFolder();

        var (code, _, errors) = await ToolRun.Of(
            "diff",
            folder.Write("a.yaml", Before),
            folder.Write("b.yaml", After),
            "--also",
            $"json={Path.Combine(folder, "report")}",
            option,
            format + Path.Combine(folder, ".", "sub", "..", "report")
        );

        Assert.Equal(2, code);
        Assert.Contains("Two reports would be written here", errors, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public async Task Nothing_that_breaks_is_good()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(
            0,
            (
                await ToolRun.Of(
                    "diff",
                    folder.Write("b.yaml", After),
                    folder.Write("a.yaml", Before),
                    "--no-client",
                    "--repository",
                    folder
                )
            ).Code
        );
    }

    [Fact]
    public async Task An_accepted_break_gives_0_and_an_ended_or_unused_acceptance_is_reported()
    {
        using var folder = new TemporaryFolder();
        var (before, after) = (folder.Write("a.yaml", Before), folder.Write("b.yaml", After));

        var (code, output, _) = await RunAsync("2999-12-31", Place);
        Assert.Equal(0, code);
        Assert.Contains("accepted: nobody calls it", output, StringComparison.Ordinal);

        (code, output, _) = await RunAsync("2020-01-01", Place);
        Assert.Equal(1, code);
        Assert.Contains("ended on 2020-01-01", output, StringComparison.Ordinal);

        (code, output, _) = await RunAsync("2999-12-31", "#/paths/~1c/get");
        Assert.Equal(1, code);
        Assert.Contains("matches nothing; remove it", output, StringComparison.Ordinal);

        Task<(int Code, string Output, string Errors)> RunAsync(string until, string place)
        {
            var file = folder.Write(
                "accepted.json",
                $$"""{"accepted":[{"rule":"operation-removed","place":"{{place}}","reason":"nobody calls it","until":"{{until}}"}]}"""
            );
            return ToolRun.Of("diff", before, after, "--no-client", "--accepted", file, "--repository", folder);
        }
    }

    [Theory]
    [InlineData("{}", "There is no list 'accepted'")]
    [InlineData("{\"accepted\":[{}]}", "The entry has no 'rule'")]
    [InlineData("{\"accepted\":[{\"rule\":\"x\",\"place\":\"y\",\"reason\":\"z\"}]}", "There is no rule 'x'")]
    [InlineData(
        "{\"accepted\":[{\"rule\":\"operation-removed\",\"place\":\"y\",\"reason\":\"z\",\"until\":\"soon\"}]}",
        "'soon' is no day"
    )]
    public async Task A_damaged_file_of_accepted_breaks_is_an_error(string content, string expected)
    {
        using var folder = new TemporaryFolder();
        var (code, _, errors) = await ToolRun.Of(
            "diff",
            folder.Write("a.yaml", Before),
            folder.Write("b.yaml", After),
            "--no-client",
            "--accepted",
            folder.Write("accepted.json", content),
            "--repository",
            folder
        );
        Assert.Equal(2, code);
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_arguments_and_unreadable_sides_are_one_line()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.yaml", Before);
        await RefusedAsync("Pass what to compare", "diff", file);
        await RefusedAsync("9.9.9", "diff", "9.9.9", file, "--repository", Repository.Root);
        await RefusedAsync("Swagger 2.0 description", "diff", folder.Write("swagger.yaml", "swagger: '2.0'"), file);
        await RefusedAsync("There is no option '--formt'", "diff", file, "--formt");
        await RefusedAsync("There is no rule of this id", "diff", "--explain", "nonsense");
        await RefusedAsync(
            "There is no such file of accepted breaks",
            "diff",
            file,
            file,
            "--no-client",
            "--accepted",
            "missing.json"
        );

        static async Task RefusedAsync(string expected, params string[] arguments)
        {
            var (code, output, errors) = await ToolRun.Of(arguments);
            Assert.Equal((2, ""), (code, output));
            Assert.Contains(expected, errors, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_foreign_API_has_no_client_and_the_reason_is_told()
    {
        using var folder = new TemporaryFolder();
        var (_, output, _) = await ToolRun.Of(
            "diff",
            folder.Write("a.yaml", Before),
            folder.Write("b.yaml", After),
            "--format",
            "json",
            "--repository",
            Repository.Root
        );
        var root = JObject.Parse(output);
        Assert.Equal(JTokenType.Null, root["client"]!.Type);
        Assert.NotEmpty((string)root["clientReason"]!);
    }

    [Fact]
    public async Task The_client_of_two_releases_is_compared_and_tied_to_what_causes_it()
    {
        var (code, output, _) = await ToolRun.Of(
            "diff",
            "5.22.0",
            "5.23.0",
            "--format",
            "json",
            "--repository",
            Repository.Root
        );

        var root = JObject.Parse(output);
        Assert.Equal((1, "major"), (code, (string)root["client"]!["semver"]!));
        Assert.Contains(
            "ProductCategoriesClient.ListTrendsFeaturedTopicsAsync",
            root["client"]!["added"]!.Select(member => (string)member!)
        );
        var added = root["findings"]!.Single(finding =>
            (string)finding["pointer"]!
            == "#/components/schemas/TargetingTemplateUpdateRequest/properties/targeting_attributes"
        );
        Assert.Equal(
            ["TargetingTemplateUpdateRequest.TargetingAttributes"],
            added["clientMembers"]!.Select(member => (string)member!)
        );
        Assert.Empty(WithoutCause(root));
        AssertFound(
            root,
            "#/components/schemas/TargetingSpec/properties/AGE_BUCKET",
            "TargetingSpecAgeBucketItem",
            "TargetingSpecAgeBucket"
        );
    }

    [Fact]
    public Task Each_member_of_the_client_that_changes_has_a_finding() =>
        AssertEachHasAFindingAsync("5.21.0", "5.22.0");

    [LongTheory]
    [InlineData("5.15.0", "5.16.0")]
    [InlineData("5.16.0", "5.17.0")]
    [InlineData("5.17.0", "5.18.0")]
    [InlineData("5.18.0", "5.20.0")]
    public Task Each_member_of_the_client_that_changed_had_a_finding(string before, string after) =>
        AssertEachHasAFindingAsync(before, after);

    private static async Task AssertEachHasAFindingAsync(string before, string after)
    {
        var root = JObject.Parse(
            (await ToolRun.Of("diff", before, after, "--format", "json", "--repository", Repository.Root)).Output
        );
        Assert.NotEmpty(root["client"]!["changed"]!);
        Assert.Empty(WithoutCause(root));
    }

    [Fact]
    public async Task What_only_the_client_sees_is_a_finding_of_its_own()
    {
        var (code, output, _) = await ToolRun.Of(
            "diff",
            "5.20.0",
            "5.21.0",
            "--format",
            "json",
            "--repository",
            Repository.Root
        );

        // Nothing breaks the wire, so the exit code is that of the wire; the package must go to its next major
        // version all the same.
        var root = JObject.Parse(output);
        Assert.Equal((0, "major"), (code, (string)root["client"]!["semver"]!));
        Assert.Empty(WithoutCause(root));
        AssertFound(root, "#/paths/~1ad_accounts/post", "AdAccountCreateRequest", "AdAccountCreate");

        // 5.21.0 lists the parameters of ad_accounts/list in another order; the method keeps that of the lock.
        Assert.DoesNotContain(root["findings"]!, finding => (string?)finding["pointer"] == "#/paths/~1ad_accounts/get");
    }

    private static void AssertFound(JObject root, string pointer, string old, string now) =>
        Assert.Single(
            root["findings"]!,
            finding =>
                (
                    (string)finding["rule"]!,
                    (string)finding["pointer"]!,
                    (string?)finding["old"],
                    (string?)finding["new"]
                ) == ("client-type-changed", pointer, old, now)
        );

    // Each member that vanishes, changes or appears must have a finding.
    private static IEnumerable<string> WithoutCause(JObject root) =>
        root["client"]!["removed"]!
            .Concat(root["client"]!["added"]!)
            .Select(member => (string)member!)
            .Concat(root["client"]!["changed"]!.Select(change => ((string)change!).Split(": ")[0]))
            .Except(
                root["findings"]!.SelectMany(finding => finding["clientMembers"]!).Select(member => (string)member!)
            );

    [Fact]
    public async Task A_report_goes_whole_into_a_file()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder, "reports", "diff.html");
        var (code, output, errors) = await ToolRun.Of(
            "diff",
            folder.Write("a.yaml", Before),
            folder.Write("b.yaml", After),
            "--no-client",
            "--format",
            "html",
            "-o",
            file,
            "--repository",
            folder
        );
        Assert.Equal((1, "", $"Wrote {file}.\n"), (code, output, errors));
        Assert.EndsWith("</html>\n", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [Theory]
    [InlineData("always", true)]
    [InlineData("auto", false)]
    public async Task A_severity_has_its_colour_and_a_position_the_form_that_editors_open(string color, bool isColoured)
    {
        using var folder = new TemporaryFolder();
        var (before, after) = (folder.Write("a.yaml", Before), folder.Write("b.yaml", After));

        var (_, output, _) = await ToolRun.Of("diff", before, after, "--no-client", "--color", color);

        Assert.Equal(isColoured, output.Contains("\e[1;31mBREAKING (1)\e[0m\n", StringComparison.Ordinal));
        Assert.Equal(!isColoured, output.Contains($"\n      {before}:3:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_told_with_what_to_do()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.yaml", Before);

        // A file is no folder, for root neither.
        var (code, output, errors) = await ToolRun.Of("diff", file, file, "-o", Path.Combine(file, "report.txt"));

        Assert.Equal((3, ""), (code, output));
        Assert.Contains("The file cannot be written: ", errors, StringComparison.Ordinal);
        Assert.Contains("Choose a folder that you may write to.", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contracts_are_asked_for_by_name()
    {
        var (code, _, errors) = await ToolRun.Of(
            "diff",
            "5.22.0",
            "5.23.0",
            "--fail-on",
            "breaks-contracts",
            "--repository",
            Repository.Root
        );
        Assert.Equal(2, code);
        Assert.Contains("Pass --pacts", errors, StringComparison.Ordinal);
    }
}
