using System.Text.RegularExpressions;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation;

/// <summary>A client is taken as up to date only while its inputs, its generator and its own files are the same.</summary>
public sealed class GenerationRecordTests : IDisposable
{
    private static readonly Dictionary<string, string> Client = new(StringComparer.Ordinal)
    {
        ["Clients.g.cs"] = "class A;",
        ["Models.g.cs"] = "class B;",
    };

    private readonly TemporaryFolder _repository = TemporaryFolder.WithRepository(withClient: false);
    private readonly TemporaryFolder _output = new();

    private RepositoryLayout Layout => RepositoryLayout.Find(_repository);

    public void Dispose()
    {
        _repository.Dispose();
        _output.Dispose();
    }

    [Fact]
    public void The_client_that_was_made_from_these_inputs_is_found_with_what_each_pass_did()
    {
        Save();

        var passes = GenerationRecord.Of(Layout).Find(_output, Client);

        Assert.Equal(Repository.Normalised.Counts, passes);
    }

    [Theory]
    [InlineData("openapi/pinterest-v5.json")]
    [InlineData("openapi/overlay.json")]
    [InlineData("openapi/names.json")]
    [InlineData("openapi/names.lock.json")]
    [InlineData("openapi/summaries.json")]
    [InlineData("openapi/glossary.json")]
    [InlineData("openapi/templates/Class.liquid")]
    [InlineData("openapi/templates/New.liquid")]
    [InlineData("nswag.json")]
    [InlineData("Directory.Packages.props")]
    [InlineData("build/Spec/Generation/Emit/NewEmitter.cs")]
    [InlineData("build/Spec/Documents/CanonicalJson.cs")]
    public void A_client_is_not_that_of_an_input_that_has_changed(string input)
    {
        Save();
        var path = Path.Combine(_repository, input);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.AppendAllText(path, "\n");

        Assert.Null(GenerationRecord.Of(Layout).Find(_output, Client));
    }

    [Fact]
    public void A_client_is_not_that_of_the_record_when_a_file_was_edited_added_or_deleted()
    {
        Save();
        var record = GenerationRecord.Of(Layout);
        var edited = new Dictionary<string, string>(Client) { ["Models.g.cs"] = "class C;" };
        var added = new Dictionary<string, string>(Client) { ["More.g.cs"] = "" };
        var deleted = new Dictionary<string, string>(Client);
        deleted.Remove("Models.g.cs");

        Assert.Null(record.Find(_output, edited));
        Assert.Null(record.Find(_output, added));
        Assert.Null(record.Find(_output, deleted));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{\"inputs\": 1}")]
    [InlineData("{\"inputs\": \"INPUTS\", \"passes\": {\"a\": \"b\"}, \"files\": {}}")]
    [InlineData("{\"inputs\": \"INPUTS\", \"passes\": 1, \"files\": {}}")]
    public void A_record_that_cannot_be_read_is_none(string text)
    {
        Save();
        var saved = File.ReadAllText(Path.Combine(_output, "generated.json"));
        var inputs = Regex.Match(saved, "\"inputs\": \"(?<hash>[0-9a-f]{64})\"").Groups["hash"].Value;
        _output.Write("generated.json", text.Replace("INPUTS", inputs, StringComparison.Ordinal));

        Assert.Null(GenerationRecord.Of(Layout).Find(_output, new Dictionary<string, string>()));
    }

    [Fact]
    public void A_record_that_was_deleted_is_none_and_one_that_never_was_can_be_deleted()
    {
        Save();
        GenerationRecord.Delete(_output);
        GenerationRecord.Delete(_output);
        GenerationRecord.Delete(Path.Combine(_output, "missing"));

        Assert.Null(GenerationRecord.Of(Layout).Find(_output, Client));
    }

    // Otherwise a change of the generator in another folder would not be noticed.
    [Fact]
    public void The_generator_uses_no_folder_of_the_sources_that_the_record_does_not_know()
    {
        var spec = Path.Combine(Repository.Root, "build", "Spec");

        var used = GenerationRecord
            .Folders.SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(spec, folder), "*.cs", SearchOption.AllDirectories)
            )
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), @"Pinterest\.OpenApi\.Spec\.(?<folder>\w+)"))
            .Select(match => match.Groups["folder"].Value)
            .Distinct()
            .Where(folder => Directory.Exists(Path.Combine(spec, folder)));

        Assert.Empty(used.Except(GenerationRecord.Folders));
    }

    private void Save() => GenerationRecord.Of(Layout).Save(_output, Client, Repository.Normalised);
}
