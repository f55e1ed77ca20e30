using System.Reflection;

namespace Pinterest.OpenApi.Packages;

/// <summary>The packages, made once.</summary>
[CollectionDefinition(Name)]
public sealed class Feed : IDisposable, ICollectionFixture<Feed>
{
    /// <summary>What the tests that use them are called together.</summary>
    public const string Name = "packages";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-openapi-packages-");

    public Feed()
    {
        // A version of its own, so that no cache has it already.
        foreach (var project in new[] { "src", "build/Sandbox" })
        {
            Pack(project);
        }

        foreach (var tool in new[] { "build/Tool", "build/Mcp" })
        {
            Pack(
                tool,
                "-p:ReadyToRunTool=true",
                $"-p:ToolPackageRuntimeIdentifiers={System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}"
            );
        }

        void Pack(string project, params string[] more) =>
            Shell.MustRun(
                Root,
                "dotnet",
                [
                    "pack",
                    project,
                    "-c",
                    "Release",
                    "-o",
                    Path,
                    $"-p:MinVerVersionOverride={Version}",
                    "-nologo",
                    "-v",
                    "q",
                    .. more,
                ]
            );
    }

    public static string Root { get; } =
        typeof(Feed)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(a => a.Key == "RepositoryRoot")
            .Value!;

    public static string Version { get; } = $"0.0.0-test.{Environment.ProcessId}.{Environment.TickCount64}";

    public string Path => System.IO.Path.Combine(_folder.FullName, "feed");

    public string Package(string name) => System.IO.Path.Combine(Path, $"{name}.{Version}.nupkg");

    public string NewFolder() => _folder.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        var packages =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? System.IO.Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
                ".nuget",
                "packages"
            );
        foreach (
            var name in new[]
            {
                "pinterest.openapi",
                "pinterest.openapi.sandbox",
                "pinterest.openapi.tool",
                $"pinterest.openapi.tool.{System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}",
                "pinterest.openapi.mcp",
                $"pinterest.openapi.mcp.{System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}",
            }
        )
        {
            var cached = System.IO.Path.Combine(packages, name, Version);
            if (Directory.Exists(cached))
            {
                Directory.Delete(cached, recursive: true);
            }
        }
    }
}
