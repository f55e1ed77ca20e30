using System.IO.Compression;
using System.Xml.Linq;

namespace Pinterest.OpenApi.Packages;

/// <summary>What stands in the packages.</summary>
[Collection(Feed.Name)]
public sealed class ContentTests(Feed feed)
{
    [Theory]
    [InlineData(
        "Pinterest.OpenApi",
        "lib/net10.0/Pinterest.OpenApi.dll lib/net10.0/Pinterest.OpenApi.xml",
        "Microsoft.Extensions.Http Microsoft.Extensions.Logging.Abstractions Newtonsoft.Json Polly.Core"
    )]
    [InlineData(
        "Pinterest.OpenApi.Sandbox",
        "lib/net10.0/Pinterest.OpenApi.Sandbox.dll lib/net10.0/Pinterest.OpenApi.Sandbox.xml lib/net10.0/Pinterest.OpenApi.Spec.dll",
        "Bogus Fare Fluid.Core Newtonsoft.Json SharpYaml TimeZoneConverter"
    )]
    [InlineData("Pinterest.OpenApi.Tool", "", "")]
    public void A_package_says_what_it_is_and_needs_no_more_than_it_must(string name, string files, string dependencies)
    {
        using var package = ZipFile.OpenRead(feed.Package(name));
        var entries = package.Entries.Select(entry => entry.FullName).ToHashSet();
        var facts = Metadata(package);

        Assert.Superset(
            new HashSet<string>(["README.md", "icon.png", .. files.Split(' ', StringSplitOptions.RemoveEmptyEntries)]),
            entries
        );
        Assert.Equal(("MIT", "README.md", "icon.png"), (Text("license"), Text("readme"), Text("icon")));
        Assert.Equal(Feed.Version, Text("version"));
        Assert.NotEmpty(Text("description"));
        Assert.Matches(
            "^[0-9a-f]{40}$",
            facts.Element(facts.Name.Namespace + "repository")!.Attribute("commit")!.Value
        );
        Assert.Equal(
            dependencies.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            facts
                .Descendants()
                .Where(element => element.Name.LocalName == "dependency")
                .Select(element => element.Attribute("id")!.Value)
                .Order(StringComparer.Ordinal)
        );

        string Text(string element) => facts.Element(facts.Name.Namespace + element)?.Value ?? "";
    }

    [Theory]
    [InlineData("Pinterest.OpenApi")]
    [InlineData("Pinterest.OpenApi.Sandbox")]
    public void A_library_has_symbols_beside_it(string name) =>
        Assert.True(File.Exists(feed.Package(name).Replace(".nupkg", ".snupkg", StringComparison.Ordinal)));

    [Fact]
    public void The_public_API_keeps_what_the_last_tag_promised()
    {
        // Before the first tag a package is held against itself, which shows that it is held against something.
        var (code, tag) = Shell.Run(Feed.Root, "git", "describe", "--tags", "--match", "v*", "--abbrev=0");
        var folder = feed.NewFolder();
        var baseline = feed.Package("Pinterest.OpenApi");
        if (code == 0)
        {
            var old = Path.Combine(folder, "tag");
            Shell.MustRun(Feed.Root, "git", "clone", "--quiet", "--branch", tag.Trim(), Feed.Root, old);
            Shell.MustRun(old, "dotnet", "pack", "src", "-c", "Release", "-o", folder, "-nologo", "-v", "q");
            baseline = Directory.EnumerateFiles(folder, "Pinterest.OpenApi.*.nupkg").Single();
        }

        Shell.MustRun(
            Feed.Root,
            "dotnet",
            "pack",
            "src",
            "-c",
            "Release",
            "-o",
            Path.Combine(folder, "new"),
            $"-p:MinVerVersionOverride={Feed.Version}",
            $"-p:PackageValidationBaselinePath={baseline}",
            "-nologo",
            "-v",
            "q"
        );
    }

    private static XElement Metadata(ZipArchive package)
    {
        using var stream = package
            .Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal))
            .Open();
        return XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }
}
