using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

public sealed class CheckCommandTests
{
    [Fact]
    public async Task A_good_checkout_shows_every_operation_every_pass_and_what_the_release_changed()
    {
        using var repository = TemporaryFolder.WithRepository();

        var (code, output, errors) = await ToolRun.Of("check", "--repository", repository);

        Assert.Equal(0, code);
        Assert.Matches("^Wrote .*artifacts.report.index\\.html\\.\n$", errors);
        Assert.StartsWith(
            "Pinterest API 5.28.0 (reconstructed): good\n"
                + "266 of 266 operations in the client, 0 missing, 1112 schemas\n",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("20 allOf flattened", output, StringComparison.Ordinal);
        Assert.Contains(
            "5.23.0 -> 5.28.0 (information only):\n  operations  35 added,   0 removed, 212 changed\n",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("  schemas    567 added, 182 removed, 297 changed\n", output, StringComparison.Ordinal);
        Assert.InRange(output.Split('\n').Length, 10, 40);
        Assert.All(output.Split('\n'), line => Assert.InRange(line.Length, 0, 240));
        Assert.True(
            (bool)
                JObject.Parse(
                    await File.ReadAllTextAsync(Path.Combine(repository, "artifacts", "report", "report.json"))
                )["good"]!
        );
    }

    [Fact]
    public async Task Contracts_are_held_against_description_and_sandbox_and_a_wrong_one_is_a_problem()
    {
        using var repository = TemporaryFolder.WithContracts();
        var (code, output, _) = await ToolRun.Of("check", "--repository", repository);
        Assert.True(code == 0, output);
        Assert.Matches(
            "contracts  (\\d+) interactions against the description 5.28.0: \\1 passed, 0 failed, 0 skipped\n"
                + "contracts  \\1 interactions against the sandbox: \\1 passed",
            output
        );
        foreach (var name in new[] { "index.html", "report.md", "report.json", "report.sarif" })
        {
            Assert.True(File.Exists(Path.Combine(repository, "artifacts", "report", name)), name);
        }

        var pact = Directory.EnumerateFiles(Path.Combine(repository, "tests", "Contract", "pacts")).Single();
        await File.WriteAllTextAsync(
            pact,
            (await File.ReadAllTextAsync(pact)).Replace(
                "\"board_id\": \"549755885175\"",
                "\"board_id\": 7",
                StringComparison.Ordinal
            )
        );
        var (broken, said, _) = await ToolRun.Of("check", "--repository", repository);
        Assert.Equal(1, broken);
        Assert.Contains("FAILED   a request", said, StringComparison.Ordinal);
        Assert.Matches("PROBLEM  \\d+ interactions against the description 5.28.0: \\d+ passed, [1-9]", said);
        Assert.Contains(
            "Problem: ",
            await File.ReadAllTextAsync(Path.Combine(repository, "artifacts", "report", "index.html")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_client_that_was_never_generated_is_generated()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);

        var (code, output, _) = await ToolRun.Of("check", "--repository", repository);

        Assert.Equal(0, code);
        Assert.Contains("The client was generated into src/Generated.", output, StringComparison.Ordinal);
        Assert.Equal(Client(Repository.Layout.Generated), Client(Path.Combine(repository, "src", "Generated")));
        Assert.Matches("From the description to the client, in \\d+\\.\\d s:", output);
    }

    [Fact]
    public async Task A_client_that_was_generated_from_the_same_inputs_is_not_generated_again()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var (first, before, _) = await ToolRun.Of("check", "--repository", repository);

        var (second, after, _) = await ToolRun.Of("check", "--repository", repository);

        Assert.Equal(0, first);
        Assert.Equal(0, second);
        Assert.Contains("From the description to the client, which is up to date:", after, StringComparison.Ordinal);
        Assert.Equal(Passes(before), Passes(after));
    }

    private static SortedDictionary<string, string> Client(string folder) =>
        new(
            Directory.EnumerateFiles(folder, "*.g.cs").ToDictionary(file => Path.GetFileName(file), File.ReadAllText),
            StringComparer.Ordinal
        );

    private static IEnumerable<string> Passes(string output) =>
        output
            .Split('\n')
            .SkipWhile(line => !line.StartsWith("From the description", StringComparison.Ordinal))
            .Skip(1);

    [Theory]
    [InlineData("Clients.g.cs", "[PinterestOperation(\"pins/save\")]", "")]
    [InlineData("Operations.g.cs", "Id = \"pins/save\", ", "Id = \"pins/other\", ")]
    public async Task An_operation_taken_out_of_the_client_is_named(string file, string old, string replacement)
    {
        using var repository = TemporaryFolder.WithRepository();
        var path = Path.Combine(repository, "src", "Generated", file);
        var text = await File.ReadAllTextAsync(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(old, replacement, StringComparison.Ordinal));

        var (code, output, _) = await ToolRun.Of("check", "--repository", repository);

        Assert.Equal(1, code);
        Assert.Contains(
            "PROBLEM  The operation pins/save (POST /pins/{pin_id}/save) is missing from the generated client.",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"PROBLEM  The generated client is stale: {file} in src/Generated",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("265 of 266 operations in the client, 1 missing", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_taken_out_of_the_description_is_named()
    {
        using var repository = TemporaryFolder.WithRepository();
        var root = Repository.Description();
        ((JObject)root["paths"]!).Remove("/pins/{pin_id}/save");
        await File.WriteAllTextAsync(Path.Combine(repository, "openapi", "pinterest-v5.json"), root.ToString());

        var (code, output, _) = await ToolRun.Of("check", "--repository", repository);

        Assert.Equal(1, code);
        Assert.Contains("PROBLEM  The pin is damaged", output, StringComparison.Ordinal);
        Assert.Contains(
            "PROBLEM  The operation pins/save is missing from openapi/pinterest-v5.json; release 5.28.0 has it.",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_public_name_that_differs_from_the_lock_is_named()
    {
        using var repository = TemporaryFolder.WithRepository();
        var path = Path.Combine(repository, "openapi", "names.lock.json");
        var names = JObject.Parse(await File.ReadAllTextAsync(path));
        names["methods"]!["pins multi_pins/analytics"] = "Analytics";
        await File.WriteAllTextAsync(path, names.ToString());

        var (code, output, _) = await ToolRun.Of("check", "--repository", repository);

        Assert.Equal(1, code);
        Assert.Contains(
            "The C# name of the method of the operation multi_pins/analytics would change "
                + "from \"Analytics\" to \"GetManyAnalytics\".",
            output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("markdown", "## Pinterest API 5.28.0 (reconstructed): good")]
    [InlineData("json", "\"generated\": 266")]
    public async Task The_report_comes_in_other_formats(string format, string expected)
    {
        using var repository = TemporaryFolder.WithRepository();

        Assert.Contains(
            expected,
            (await ToolRun.Of("check", "--repository", repository, "--format", format)).Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_folder_that_is_no_checkout_is_refused()
    {
        using var folder = new TemporaryFolder();

        var (code, _, errors) = await ToolRun.Of("check", "--repository", folder);

        Assert.Equal(2, code);
        Assert.Contains("is not part of a checkout", errors, StringComparison.Ordinal);
    }
}
