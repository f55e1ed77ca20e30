using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Documents;

/// <summary>A description is read from every kind of source with the documents beside it, and no others.</summary>
public sealed class NeighboursTests
{
    private const string Start = """
        openapi: 3.0.3
        info: {title: t, version: "1"}
        paths:
          /a:
            get:
              operationId: a
              responses: {"200": {description: ok, content: {application/json: {schema: {$ref: 'REFERENCE'}}}}}
        """;

    [Theory]
    [InlineData("models/a.yaml", null)]
    [InlineData("models/../models/./a.yaml", null)]
    [InlineData("models/b.json#/deep/0/A", null)]
    [InlineData("models/%61.yaml", null)]
    [InlineData("models/none.yaml", "There is no such file.")]
    [InlineData("models", "There is no such file.")]
    [InlineData("models/b.json#/deep/7", "It leads nowhere.")]
    [InlineData("models/broken.yaml", "neither JSON nor YAML")]
    [InlineData("../outside.yaml", "It leaves the folder of the description")]
    [InlineData("models/../../outside.yaml", "It leaves the folder of the description")]
    [InlineData("%2e%2e/outside.yaml", "It leaves the folder of the description")]
    [InlineData("/etc/hostname", "It leaves the folder of the description")]
    [InlineData("file:///etc/hostname", "It is an address")]
    [InlineData("https://example.com/a.yaml", "It is an address")]
    [InlineData("link.yaml", "A link leads out of the folder")]
    [InlineData("folder/outside.yaml", "A link leads out of the folder")]
    [InlineData("empty.yaml", "The file is empty, or is no ordinary file.")]
    public async Task A_reference_leads_to_files_below_the_folder_only(string reference, string? problem)
    {
        using var outer = new TemporaryFolder();
        var folder = Directory.CreateDirectory(Path.Combine(outer, "api")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "models"));
        outer.Write("outside.yaml", "type: string");
        outer.Write("api/models/a.yaml", "type: string");
        outer.Write("api/models/b.json", """{"deep": [{"A": {"type": "string"}}]}""");
        outer.Write("api/models/broken.yaml", "a: [");
        outer.Write("api/empty.yaml", "");
        File.CreateSymbolicLink(Path.Combine(folder, "link.yaml"), Path.Combine(outer, "outside.yaml"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "folder"), outer);
        var file = outer.Write("api/openapi.yaml", Start.Replace("REFERENCE", reference, StringComparison.Ordinal));

        var reasons = await ReasonsAsync(file, SourceOptions.Default);

        Assert.Equal(problem is null ? 0 : 1, reasons.Count);
        Assert.All(reasons, reason => Assert.Contains(problem!, reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_larger_folder_may_be_allowed()
    {
        using var outer = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(outer, "api"));
        outer.Write("shared.yaml", "$ref: 'api/../api/openapi.yaml#/x-a'");
        var file = outer.Write(
            "api/openapi.yaml",
            Start.Replace("REFERENCE", "../shared.yaml", StringComparison.Ordinal) + "\nx-a: {type: string}"
        );

        Assert.Empty(await ReasonsAsync(file, new SourceOptions { Root = outer }));
        await Assert.ThrowsAsync<SpecException>(() =>
            ReasonsAsync(file, new SourceOptions { Root = Path.Combine(outer, "other") })
        );
    }

    [Fact]
    public async Task An_address_leads_to_its_own_host_only()
    {
        var web = new FakePinterest
        {
            Answer = (request, _) =>
                Task.FromResult(
                    request.RequestUri!.ToString() switch
                    {
                        "https://example.com/api/openapi.yaml" => FakePinterest.Reply(
                            Start.Replace("REFERENCE", "../models/a.yaml#/A", StringComparison.Ordinal)
                        ),
                        "https://example.com/models/a.yaml" => FakePinterest.Reply(
                            "A: {allOf: [{$ref: 'https://example.com/models/b.yaml'}, "
                                + "{$ref: 'https://other.com/c.yaml'}, {$ref: 'd.yaml'}]}"
                        ),
                        "https://example.com/models/b.yaml" => FakePinterest.Reply("type: object"),
                        "https://example.com/models/d.yaml" => new HttpResponseMessage(HttpStatusCode.Found)
                        {
                            Headers = { Location = new Uri("https://other.com/d.yaml") },
                        },
                        var other => throw new InvalidOperationException(other),
                    }
                ),
        };

        var reasons = await ReasonsAsync("https://example.com/api/openapi.yaml", new SourceOptions { Handler = web });

        Assert.Collection(
            reasons.Order(StringComparer.Ordinal),
            reason =>
                Assert.Contains(
                    "'d.yaml' was not followed: https://example.com/models/d.yaml: It redirects to another host",
                    reason,
                    StringComparison.Ordinal
                ),
            reason => Assert.Contains("other hosts are never asked", reason, StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("http://localhost:8080/a.json", null)]
    [InlineData("http://127.0.0.1/a.json", null)]
    [InlineData("http://example.com/a.json", "is not an https address")]
    [InlineData("http://127.0.0.1.example.com/a.json", "is not an https address")]
    [InlineData("http://10.0.0.1/a.json", "is not an https address")]
    public async Task Only_this_machine_is_asked_by_http(string source, string? problem)
    {
        var answer = DescriptionSource.ReadAsync(source, new FakePinterest().Replies("{}"));

        Assert.Equal(
            problem is null,
            await answer.ContinueWith(one => one.IsCompletedSuccessfully, TaskScheduler.Default)
        );
        Assert.Contains(problem ?? "", answer.Exception?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_does_not_lead_from_the_network_to_this_machine()
    {
        var web = new FakePinterest().Replies("", HttpStatusCode.Found, headers: ("Location", "http://localhost/a"));

        var error = await Assert.ThrowsAsync<SpecException>(() =>
            DescriptionSource.ReadAsync("https://example.com/a.json", web)
        );

        Assert.Contains("is not an https address", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_standard_input_and_compressed_files_are_read()
    {
        using var folder = new TemporaryFolder();
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(Start.Replace("REFERENCE", "a.yaml.gz", StringComparison.Ordinal)));
        }

        var file = Path.Combine(folder, "openapi.yaml.gz");
        await File.WriteAllBytesAsync(file, packed.ToArray());
        Assert.Contains(
            "no such file",
            Assert.Single(await ReasonsAsync(file, SourceOptions.Default)),
            StringComparison.Ordinal
        );

        await File.WriteAllBytesAsync(Path.Combine(folder, "a.yaml.gz"), Gzip("type: string"));
        Assert.Empty(await ReasonsAsync(file, SourceOptions.Default));

        var input = new SourceOptions { Input = () => new MemoryStream(packed.ToArray()) };
        Assert.Contains(
            "read from the standard input",
            Assert.Single(await ReasonsAsync("-", input)),
            StringComparison.Ordinal
        );

        await File.WriteAllBytesAsync(file, packed.ToArray()[..40]);
        await Assert.ThrowsAsync<SpecException>(() => ReasonsAsync(file, SourceOptions.Default));
    }

    [Fact]
    public void A_compressed_file_has_a_limit() =>
        Assert.Contains(
            "larger than 1 MiB",
            Assert
                .Throws<SpecException>(() => GzipBytes.Expanded(Gzip(new string(' ', 2_000_000)), "a.gz", 1_048_576))
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Files_of_a_git_revision_refer_to_files_of_the_same_revision()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder, "api"));
        folder.Write("api/openapi.yaml", Start.Replace("REFERENCE", "a.yaml", StringComparison.Ordinal));
        folder.Write("api/a.yaml", "{type: string}");
        foreach (
            var command in new[]
            {
                "init -q -b main",
                "add .",
                "-c user.name=a -c user.email=a@example.com -c commit.gpgsign=false commit -q -m one",
            }
        )
        {
            using var git = Process.Start(new ProcessStartInfo("git", command) { WorkingDirectory = folder })!;
            await git.WaitForExitAsync();
            Assert.Equal(0, git.ExitCode);
        }

        folder.Write("api/a.yaml", "{type: integer}");
        folder.Write("api/b.yaml", "{type: integer}");
        var options = new SourceOptions { Folder = folder };
        var committed = await ReadAsync("main:api/openapi.yaml", options);
        var here = await ReadAsync("HEAD:./openapi.yaml", options with { Folder = Path.Combine(folder, "api") });
        var changed = await ReadAsync(Path.Combine(folder, "api", "openapi.yaml"), options);

        Assert.Empty(DescriptionDiff.Compare(committed, here).Findings);
        Assert.Equal("a.yaml#/type", Assert.Single(DescriptionDiff.Compare(committed, changed).Findings).Pointer);
        Assert.Contains("no such file", await ErrorAsync("main:api/none.yaml"), StringComparison.Ordinal);
        Assert.Contains("no such file", await ErrorAsync("main:api/b.yaml"), StringComparison.Ordinal);
        Assert.Contains("no revision 'none'", await ErrorAsync("none:api/openapi.yaml"), StringComparison.Ordinal);
        Assert.Contains("leaves the repository", await ErrorAsync("main:../openapi.yaml"), StringComparison.Ordinal);
        Assert.Contains(
            "This is not REVISION:PATH",
            await ErrorAsync("--output=x:api/openapi.yaml"),
            StringComparison.Ordinal
        );
        Assert.Contains("This is not REVISION:PATH", await ErrorAsync(":api/openapi.yaml"), StringComparison.Ordinal);

        async Task<string> ErrorAsync(string source) =>
            (await Assert.ThrowsAsync<SpecException>(() => ReadAsync(source, options))).Message;
    }

    [Theory]
    [InlineData("swagger: '2.0'", "This is a Swagger 2.0 description")]
    [InlineData("swagger: 2.0", "swagger2openapi")]
    [InlineData("openapi: 4.0.0", "This is not an OpenAPI 3 description.")]
    public void Another_version_is_named(string text, string expected) =>
        Assert.Contains(
            expected,
            Assert
                .Throws<SpecException>(() =>
                    DescriptionReader.ReadForComparison(Encoding.UTF8.GetBytes(text), "a.yaml")
                )
                .Message,
            StringComparison.Ordinal
        );

    private static byte[] Gzip(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static async Task<Description> ReadAsync(string source, SourceOptions options) =>
        await DescriptionReader.ReadForComparisonAsync(await DescriptionSource.OpenAsync(source, options, default));

    private static async Task<IReadOnlyList<string>> ReasonsAsync(string source, SourceOptions options)
    {
        var description = await ReadAsync(source, options);
        var result = DescriptionDiff.Compare(description, description);
        return [.. result.Uncompared.Where(left => left.Side == "base").Select(left => left.Reason)];
    }
}
