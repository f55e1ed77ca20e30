using System.Runtime.InteropServices;

namespace Pinterest.OpenApi.Benchmarks.Diffs;

/// <summary>The programs that are measured: the tool as a release packs it, oasdiff, and the smallest program of .NET.</summary>
internal static class DiffTools
{
    // No description may take longer.
    private static readonly TimeSpan OwnLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PeerLimit = TimeSpan.FromSeconds(60);

    /// <summary>Publishes our tool with machine code for this platform, as its package has it.</summary>
    /// <param name="folder">A folder for it.</param>
    /// <exception cref="InvalidOperationException">It cannot be built.</exception>
    public static DiffProgram Ours(string folder)
    {
        var platform = RuntimeInformation.RuntimeIdentifier;
        var target = Path.Combine(folder, "tool");
        string[] built =
        [
            "publish",
            "build/Tool",
            "-c",
            "Release",
            "-r",
            platform,
            "--self-contained",
            "false",
            "-p:ReadyToRunTool=true",
            $"-p:ToolPackageRuntimeIdentifiers={platform}",
            "-o",
            target,
        ];
        Checkout.Dotnet(Checkout.Root, built);
        var tool = Path.Combine(target, "pinterest-openapi.dll");
        return new DiffProgram
        {
            Name = "ours",
            Program = "dotnet",
            Arguments = (old, now) => [tool, "diff", old, now, "--no-client", "--format", "json"],
            Limit = OwnLimit,
        };
    }

    /// <summary>Gives oasdiff.</summary>
    public static DiffProgram Theirs(Oasdiff peer) =>
        new()
        {
            Name = "oasdiff",
            Program = peer.Program,
            Arguments = Oasdiff.Arguments,
            Limit = PeerLimit,
        };

    /// <summary>Builds a program of .NET that only writes a line.</summary>
    /// <param name="folder">A folder for it.</param>
    /// <exception cref="InvalidOperationException">It cannot be built.</exception>
    public static DiffProgram Hello(string folder)
    {
        var source = Directory.CreateDirectory(Path.Combine(folder, "hello")).FullName;
        File.WriteAllText(
            Path.Combine(source, "hello.csproj"),
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
            </Project>
            """
        );
        File.WriteAllText(Path.Combine(source, "Program.cs"), "System.Console.WriteLine(\"Hello, World!\");\n");
        var target = Path.Combine(source, "out");
        Checkout.Dotnet(source, "build", "-c", "Release", "-o", target);
        return new DiffProgram
        {
            Name = "a hello world of .NET",
            Program = "dotnet",
            Arguments = (_, _) => [Path.Combine(target, "hello.dll")],
            Limit = OwnLimit,
        };
    }
}
