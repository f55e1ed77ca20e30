using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.House;

/// <summary>Folders are layers: no two of them use each other, directly or by way of others.</summary>
public sealed class FolderCyclesTests
{
    private static readonly SourceTree[] Trees =
    [
        new()
        {
            Folder = "src/Extensions",
            Assembly = "Pinterest.OpenApi",
            Generated = "src/Generated",
        },
        new()
        {
            Folder = "build/Spec",
            Assembly = "Pinterest.OpenApi.Spec",
            UsedByAll = ["RepositoryLayout.cs", "ChildProcess.cs", "SpecException.cs", "SpecEnvironmentException.cs"],
        },
        new()
        {
            Folder = "build/Sandbox",
            Assembly = "Pinterest.OpenApi.Sandbox",
            References = ["Pinterest.OpenApi.Spec"],

            // The public types without behaviour. They stand at the root, because their namespace is that of the
            // package.
            UsedByAll =
            [
                "FaultKind.cs",
                "ReceivedRequest.cs",
                "SandboxAccessTier.cs",
                "SandboxContent.cs",
                "SandboxFault.cs",
                "SandboxOptions.cs",
            ],
        },
        new()
        {
            Folder = "build/Mcp",
            Assembly = "pinterest-mcp",
            References = ["Pinterest.OpenApi"],
        },
    ];

    public static TheoryData<string> Folders => [.. Trees.Select(tree => tree.Folder)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void No_two_folders_use_each_other(string folder)
    {
        var graph = FolderGraph.Read(Repository.Layout.Root, Trees.Single(tree => tree.Folder == folder));

        Assert.Empty(graph.Unknown);

        // All cycles in full, which Assert.Empty would shorten.
        Assert.Equal("", string.Join('\n', graph.Cycles()));
    }

    [Fact]
    public void A_cycle_is_told_with_a_file_each_way_and_what_to_do()
    {
        using var checkout = new TemporaryFolder();
        Write("Near/One.cs", "namespace N; class One { string Say() => Far.Two.Name; }");
        Write(
            "Far/Deep/Two.cs",
            "namespace N; static class Far { public static class Two { public static string Name => \"\"; } }"
        );
        Write("Far/Three.cs", "namespace N; class Three { One? One() => new(); }");
        Write("Top.cs", "namespace N; class Top { Three? Three; One? One; }");

        var graph = FolderGraph.Read(checkout, new SourceTree { Folder = "code", Assembly = "code" });

        Assert.Equal(
            "code: Far uses Near (Far/Three.cs uses One), and Near uses Far (Near/One.cs uses Far). "
                + "Move the type that is used to the folder that is meant to know less, or hand the value over instead.",
            Assert.Single(graph.Cycles())
        );

        void Write(string file, string text)
        {
            var path = Path.Combine(checkout, "code", file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
    }
}
