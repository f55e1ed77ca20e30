using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Docs;

/// <summary>The contents of the documentation site.</summary>
public sealed class SitePagesTests
{
    [Fact]
    public void Every_guide_is_in_the_contents_of_the_site_once()
    {
        var docs = Path.Combine(Repository.Root, "docs");
        var pages = Directory.EnumerateFiles(docs, "*.md").Select(Path.GetFileNameWithoutExtension);
        var contents = JArray.Parse(File.ReadAllText(Path.Combine(docs, "site", "pages.json")));

        Assert.Equal(
            pages.Order(StringComparer.Ordinal),
            contents.SelectMany(group => group["pages"]!.Values<string>()).Order(StringComparer.Ordinal)
        );
    }
}
