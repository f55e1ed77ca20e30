using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Generation;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-openapi-test-");

    public string Path => _folder.FullName;

    public static implicit operator string(TemporaryFolder folder) => folder.Path;

    /// <summary>A copy of what the tool needs of the checkout, with the client as a check has left it.</summary>
    public static TemporaryFolder WithRepository(bool withClient = true)
    {
        var copy = new TemporaryFolder();
        File.Copy(Repository.Layout.NSwagConfiguration, System.IO.Path.Combine(copy, "nswag.json"));
        CopyAll(Repository.Layout.OpenApi, System.IO.Path.Combine(copy, "openapi"));
        if (withClient)
        {
            CopyAll(Repository.Layout.Generated, System.IO.Path.Combine(copy, "src", "Generated"));
            NoteGeneration(copy);
        }

        return copy;
    }

    /// <summary>A copy with the contracts, and all that the client is built from.</summary>
    public static TemporaryFolder WithContracts()
    {
        var copy = WithRepository();
        foreach (
            var name in new[]
            {
                "Directory.Build.props",
                "Directory.Packages.props",
                "NuGet.config",
                "global.json",
                ".editorconfig",
            }
        )
        {
            File.Copy(System.IO.Path.Combine(Repository.Root, name), System.IO.Path.Combine(copy, name));
        }

        CopyAll(
            System.IO.Path.Combine(Repository.Root, "src", "Extensions"),
            System.IO.Path.Combine(copy, "src", "Extensions")
        );
        File.Copy(
            System.IO.Path.Combine(Repository.Root, "src", "Pinterest.OpenApi.csproj"),
            System.IO.Path.Combine(copy, "src", "Pinterest.OpenApi.csproj")
        );
        CopyAll(Repository.Layout.Pacts, System.IO.Path.Combine(copy, "tests", "Contract", "pacts"));
        return copy;
    }

    public string Write(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, content);
        return path;
    }

    /// <summary>All files with their bytes, to see that nothing has changed.</summary>
    public Dictionary<string, byte[]> Snapshot() =>
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllBytes);

    public void Dispose() => _folder.Delete(recursive: true);

    // A copy is another folder than the checkout and has no sources of the generator, so it needs a record of its own.
    // Without one, each check of a copy would generate the client again, which takes seconds.
    private static void NoteGeneration(string copy)
    {
        var layout = RepositoryLayout.Find(copy);
        var client = Directory
            .EnumerateFiles(layout.Generated, "*.g.cs")
            .ToDictionary(file => System.IO.Path.GetFileName(file), File.ReadAllText);
        GenerationRecord.Of(layout).Save(layout.Generated, client, Repository.Normalised);
    }

    private static void CopyAll(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
