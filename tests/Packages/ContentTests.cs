using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pinterest.OpenApi.Packages;

/// <summary>What stands in the packages.</summary>
[Collection(Feed.Name)]
public sealed class ContentTests(Feed feed)
{
    private static readonly string[] Frameworks = ["net8.0", "net10.0"];

    [Theory]
    [InlineData(
        "Pinterest.OpenApi",
        "Pinterest.OpenApi.dll Pinterest.OpenApi.xml",
        "Microsoft.Extensions.Http Microsoft.Extensions.Logging.Abstractions Newtonsoft.Json Polly.Core"
    )]
    [InlineData(
        "Pinterest.OpenApi.Sandbox",
        "Pinterest.OpenApi.Sandbox.dll Pinterest.OpenApi.Sandbox.xml Pinterest.OpenApi.Spec.dll",
        "Bogus Fluid.Core Newtonsoft.Json TimeZoneConverter YamlDotNet"
    )]
    [InlineData("Pinterest.OpenApi.Tool", "", "")]
    [InlineData("Pinterest.OpenApi.Mcp", "", "")]
    public void A_package_says_what_it_is_and_needs_no_more_than_it_must(string name, string files, string dependencies)
    {
        using var package = ZipFile.OpenRead(feed.Package(name));
        var entries = package.Entries.Select(entry => entry.FullName).ToHashSet();
        var facts = Metadata(package);

        var libraries = Words(files).SelectMany(file => Frameworks.Select(framework => $"lib/{framework}/{file}"));
        Assert.Superset(new HashSet<string>(["README.md", "icon.png", .. libraries]), entries);
        Assert.Equal(("MIT", "README.md", "icon.png"), (Text("license"), Text("readme"), Text("icon")));
        Assert.Equal(Feed.Version, Text("version"));
        Assert.NotEmpty(Text("description"));
        Assert.Matches(
            "^[0-9a-f]{40}$",
            facts.Element(facts.Name.Namespace + "repository")!.Attribute("commit")!.Value
        );
        var groups = Dependencies(facts);
        Assert.Equal(files.Length == 0 ? 0 : Frameworks.Length, groups.Count);
        Assert.All(
            groups,
            group =>
                Assert.Equal(
                    Words(dependencies),
                    group.Elements().Select(element => element.Attribute("id")!.Value).Order(StringComparer.Ordinal)
                )
        );

        string Text(string element) => facts.Element(facts.Name.Namespace + element)?.Value ?? "";
    }

    [Theory]
    [InlineData("Pinterest.OpenApi", "src")]
    [InlineData("Pinterest.OpenApi.Sandbox", "build/Sandbox")]
    [InlineData("Pinterest.OpenApi.Tool", "build/Tool")]
    [InlineData("Pinterest.OpenApi.Mcp", "build/Mcp")]
    public void A_package_has_a_page_of_its_own_tags_notes_and_addresses_on_the_web(string name, string project)
    {
        using var package = ZipFile.OpenRead(feed.Package(name));
        var facts = Metadata(package);
        var repository = facts.Element(facts.Name.Namespace + "repository")!;
        using var page = new StreamReader(package.GetEntry("README.md")!.Open());

        Assert.Equal(File.ReadAllText(Path.Combine(Feed.Root, project, "README.md")), page.ReadToEnd());
        Assert.StartsWith("https://", Text("projectUrl"), StringComparison.Ordinal);
        Assert.StartsWith(
            Text("projectUrl").TrimEnd('/'),
            repository.Attribute("url")!.Value,
            StringComparison.Ordinal
        );
        Assert.Equal("git", repository.Attribute("type")!.Value);
        Assert.Contains("pinterest-api", Text("tags").Split(' '));

        // The registry takes no more than 35,000 characters.
        Assert.InRange(Text("releaseNotes").Length, 100, 35_000);

        string Text(string element) => facts.Element(facts.Name.Namespace + element)?.Value ?? "";
    }

    [Theory]
    [InlineData("net8.0", "8.0.0")]
    [InlineData("net10.0", "10.0.0")]
    public void The_client_asks_for_no_newer_packages_than_those_of_the_framework(string framework, string version)
    {
        using var package = ZipFile.OpenRead(feed.Package("Pinterest.OpenApi"));
        var versions = Dependencies(Metadata(package))
            .Single(group => group.Attribute("targetFramework")!.Value == framework)
            .Elements()
            .ToDictionary(element => element.Attribute("id")!.Value, element => element.Attribute("version")!.Value);

        Assert.Equal(version, versions["Microsoft.Extensions.Http"]);
        Assert.Equal(version, versions["Microsoft.Extensions.Logging.Abstractions"]);
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

    [Fact]
    public void Every_package_has_its_licence_and_those_of_others()
    {
        foreach (var file in Directory.EnumerateFiles(feed.Path, "*.nupkg"))
        {
            using var package = ZipFile.OpenRead(file);
            foreach (var name in (string[])["LICENSE", "NOTICE", "THIRD-PARTY-NOTICES.txt"])
            {
                Assert.Equal(
                    File.ReadAllText(Path.Combine(Feed.Root, name)),
                    Text(package.GetEntry(name) ?? throw new InvalidOperationException($"{file} has no {name}."))
                );
            }
        }
    }

    [Fact]
    public void Every_assembly_of_others_is_named_in_the_notices()
    {
        var notices = File.ReadAllText(Path.Combine(Feed.Root, "THIRD-PARTY-NOTICES.txt"));
        var assemblies = Entries()
            .Select(entry => entry.Name)
            .Where(name => name.EndsWith(".dll", StringComparison.Ordinal) && !IsOurs(name))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Contains("NSwag.Commands.dll", assemblies);
        Assert.DoesNotContain(
            assemblies,
            name => !Regex.IsMatch(notices, $@"(?<![\w.]){Regex.Escape(name)}(?![\w.])", RegexOptions.CultureInvariant)
        );

        // And nothing is named that is not there.
        Assert.DoesNotContain(
            Regex.Matches(notices, @"[\w.\-]+\.dll").Select(match => match.Value),
            name => !IsOurs(name) && !assemblies.Contains(name)
        );
    }

    [Fact]
    public void Nothing_stray_is_packed()
    {
        var stray = Entries()
            .Select(entry => entry.FullName)
            .Where(name =>
                name.EndsWith(".exe", StringComparison.Ordinal)
                || name.EndsWith(".pdb", StringComparison.Ordinal)
                || name.EndsWith(".so", StringComparison.Ordinal)
                || name.EndsWith(".dylib", StringComparison.Ordinal)
                || name.Contains("Launcher", StringComparison.Ordinal)
                || name.Contains("NSwag.Generation", StringComparison.Ordinal)
            );

        // The starter of a tool itself is what its packages of platforms are started by; symbols of ours are welcome. The
        // log of the MCP server is a file of SQLite, whose library is native.
        Assert.DoesNotContain(
            stray,
            name => !IsOurs(Path.GetFileName(name)) && Path.GetFileNameWithoutExtension(name) is not "libe_sqlite3"
        );
    }

    [Fact]
    public void No_packed_file_names_the_folder_that_it_was_built_in()
    {
        var root = Feed.Root.TrimEnd(Path.DirectorySeparatorChar);
        byte[][] forms = [Encoding.UTF8.GetBytes(root), Encoding.Unicode.GetBytes(root)];
        var packed = Entries().Concat(Entries("*.snupkg")).ToList();

        Assert.NotEmpty(packed.SelectMany(Documents));
        Assert.DoesNotContain(
            packed.SelectMany(Documents),
            name => name.StartsWith(root, StringComparison.OrdinalIgnoreCase)
        );
        Assert.DoesNotContain(packed, entry => Array.Exists(forms, form => entry.Bytes.AsSpan().IndexOf(form) >= 0));
    }

    [Fact]
    public void Every_project_says_what_its_restore_found_and_not_where()
    {
        var projects = Shell
            .MustRun(Feed.Root, "git", "ls-files", "*.csproj")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.NotEmpty(projects);
        Assert.All(
            // The tests on .NET 8 restore the runtime of the machine's own platform, so their file would differ by machine.
            projects.Where(project => !project.StartsWith("tests/Net8/", StringComparison.Ordinal)),
            project =>
            {
                var file = Path.Combine(Feed.Root, Path.GetDirectoryName(project)!, "packages.lock.json");
                Assert.DoesNotContain("://", File.ReadAllText(file), StringComparison.Ordinal);
            }
        );
    }

    private List<(string FullName, string Name, byte[] Bytes)> Entries(string pattern = "*.nupkg")
    {
        var entries = new List<(string FullName, string Name, byte[] Bytes)>();
        foreach (var file in Directory.EnumerateFiles(feed.Path, pattern))
        {
            using var package = ZipFile.OpenRead(file);
            foreach (var entry in package.Entries)
            {
                using var stream = entry.Open();
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                entries.Add((entry.FullName, entry.Name, copy.ToArray()));
            }
        }

        return entries;
    }

    // One group for each framework; the frameworks that a package refers to have groups of their own.
    private static List<XElement> Dependencies(XElement facts) =>
        [
            .. facts
                .Elements()
                .Where(element => element.Name.LocalName == "dependencies")
                .Elements()
                .Where(element => element.Name.LocalName == "group"),
        ];

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool IsOurs(string name) =>
        name.StartsWith("Pinterest.OpenApi", StringComparison.Ordinal)
        || name is "pinterest-mcp.dll" or "pinterest-mcp.exe"
        || name is "pinterest-openapi.dll" or "pinterest-openapi.exe";

    // The names of sources in symbols, which are stored in parts or compressed.
    private static IEnumerable<string> Documents((string FullName, string Name, byte[] Bytes) entry)
    {
        if (!IsOurs(entry.Name))
        {
            return [];
        }

        if (entry.Name.EndsWith(".pdb", StringComparison.Ordinal))
        {
            using var pdb = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(entry.Bytes));
            return Names(pdb.GetMetadataReader());
        }

        if (!entry.Name.EndsWith(".dll", StringComparison.Ordinal))
        {
            return [];
        }

        using var assembly = new PEReader(new MemoryStream(entry.Bytes));
        var embedded = assembly
            .ReadDebugDirectory()
            .Where(directory => directory.Type is DebugDirectoryEntryType.EmbeddedPortablePdb)
            .ToList();
        if (embedded.Count == 0)
        {
            return [];
        }

        using var inner = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(embedded[0]);
        return Names(inner.GetMetadataReader());
    }

    private static List<string> Names(MetadataReader reader) =>
        [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static XElement Metadata(ZipArchive package)
    {
        using var stream = package
            .Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal))
            .Open();
        return XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }
}
