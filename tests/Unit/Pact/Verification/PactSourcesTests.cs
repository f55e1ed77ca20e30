using System.Text;
using Pinterest.OpenApi.PactCore;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Pact.Verification;

/// <summary>The core refuses a byte order mark, so it gets a copy without.</summary>
public sealed class PactSourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_a_file_with_a_byte_order_mark_there_is_a_copy_for_as_long_as_it_is_needed()
    {
        var file = Path.Combine(_folder, "pact.json");
        File.WriteAllText(file, "{}", Encoding.UTF8);
        string copy;
        using (var sources = new PactSources())
        {
            copy = sources.WithoutMark(file);
            Assert.Equal("pact.json", Path.GetFileName(copy));
            Assert.Equal("{}"u8.ToArray(), File.ReadAllBytes(copy));
            Assert.NotEqual(copy, sources.WithoutMark(file));
        }

        Assert.False(File.Exists(copy));
    }

    [Fact]
    public void Of_a_folder_with_such_a_file_there_is_a_copy_too()
    {
        File.WriteAllText(Path.Combine(_folder, "marked.json"), "[1]", Encoding.UTF8);
        _folder.Write("plain.json", "[2]");
        using var sources = new PactSources();

        var copy = sources.WithoutMark(_folder);

        Assert.Equal("[1]"u8.ToArray(), File.ReadAllBytes(Path.Combine(copy, "marked.json")));
        Assert.Equal("[2]"u8.ToArray(), File.ReadAllBytes(Path.Combine(copy, "plain.json")));
    }

    [Fact]
    public void Any_other_source_is_read_where_it_is()
    {
        var file = _folder.Write("pact.json", "{}");
        var missing = Path.Combine(_folder, "missing.json");
        using var sources = new PactSources();

        Assert.All(new[] { file, missing, _folder.Path }, source => Assert.Equal(source, sources.WithoutMark(source)));
    }
}
