using System.Text.RegularExpressions;

namespace Pinterest.OpenApi.Readers;

/// <summary>Public names and documents, read by a spelling checker. Words of ours stand in cspell.json.</summary>
public sealed class SpellingTests
{
    [Fact]
    public void Public_names_and_documents_are_spelled_right()
    {
        string[] files =
        [
            "src/PublicAPI.*.txt",
            "build/Sandbox/PublicAPI.*.txt",
            "*.md",
            "docs/*.md",
            "src/*.md",
            "build/Sandbox/*.md",
            "build/Tool/*.md",
            "build/Mcp/*.md",
            "build/Redis/*.md",
        ];
        var count = files.Sum(pattern =>
            Directory
                .GetFiles(Path.Combine(Reader.Root, Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern))
                .Length
        );

        var (code, output) = Check(files);

        Assert.True(code == 0, output);
        Assert.Contains($"Files checked: {count}, Issues found: 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_spelled_wrong_is_found()
    {
        // It reads nothing outside of the checkout.
        var file = Path.Combine(AppContext.BaseDirectory, $"pinterest-openapi-{Guid.NewGuid():N}.txt");
        File.WriteAllText(file, "Pinterest.OpenApi.PinterestClient.RecieveBoards() -> void");
        try
        {
            var (code, output) = Check(file);

            Assert.Equal(1, code);
            Assert.Matches(new Regex("Unknown word \\(Recieve\\)"), output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static (int Code, string Output) Check(params string[] files) =>
        Reader.RunScript(
            "cspell/bin.mjs",
            ["lint", "--config", "tests/Readers/cspell.json", "--no-progress", "--no-color", "--no-gitignore", .. files]
        );
}
