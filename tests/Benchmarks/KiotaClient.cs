using System.Reflection;

namespace Pinterest.OpenApi.Benchmarks;

/// <summary>
/// What Kiota makes of the description: the list of Pins and its models. The tool and its runtime are restored when the
/// benchmark runs, since nothing else needs them.
/// </summary>
internal static class KiotaClient
{
    private const string ToolVersion = "1.38.0";
    private const string RuntimeVersion = "2.1.6";

    private const string Reader = """
        using Microsoft.Kiota.Serialization.Json;

        namespace KiotaPeer;

        public static class Reader
        {
            public static int Read(System.IO.Stream stream)
            {
                var node = new JsonParseNodeFactory().GetRootParseNodeAsync("application/json", stream).GetAwaiter().GetResult();
                return node.GetObjectValue(KiotaPeer.Pins.PinsGetResponse.CreateFromDiscriminatorValue)!.Items!.Count;
            }
        }
        """;

    private static readonly string Folder = Path.Combine(Checkout.Root, "artifacts", "benchmarks", "kiota");
    private static readonly string Contract = Path.Combine(Checkout.Root, "openapi", "pinterest-v5.json");
    private static readonly string Library = Path.Combine(Folder, "bin", "KiotaPeer.dll");
    private static readonly Lazy<Func<Stream, int>> ReadPage = new(() =>
        Assembly
            .LoadFrom(Library)
            .GetType("KiotaPeer.Reader", throwOnError: true)!
            .GetMethod("Read")!
            .CreateDelegate<Func<Stream, int>>()
    );

    /// <summary>Gets whether it was generated and compiled for this description.</summary>
    public static bool IsBuilt =>
        File.Exists(Library) && File.GetLastWriteTimeUtc(Library) > File.GetLastWriteTimeUtc(Contract);

    /// <summary>Generates and compiles it, unless that was done before. Without it there is one peer less.</summary>
    public static void Build()
    {
        if (IsBuilt)
        {
            return;
        }

        Console.Error.WriteLine("Kiota's client is generated and compiled; this takes a minute.");
        try
        {
            Generate();
            Checkout.Dotnet(Folder, "build", "-c", "Release", "--output", "bin");
        }
        catch (InvalidOperationException error)
        {
            Console.Error.WriteLine($"There is no client of Kiota: {error.Message}");
        }
    }

    /// <summary>Reads a page as Kiota's client reads the body of a response.</summary>
    public static int Read(Stream stream) => ReadPage.Value(stream);

    private static void Generate()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        Directory.CreateDirectory(Folder);

        // The folder lies in the checkout and shall have nothing of its settings.
        foreach (var file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            File.WriteAllText(Path.Combine(Folder, file), "<Project />");
        }

        File.WriteAllText(Path.Combine(Folder, "Reader.cs"), Reader);
        File.WriteAllText(
            Path.Combine(Folder, "KiotaPeer.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <WarningLevel>0</WarningLevel>
                <CopyLocalLockFileAssemblies>true</CopyLocalLockFileAssemblies>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Microsoft.Kiota.Serialization.Form" Version="{RuntimeVersion}" />
                <PackageReference Include="Microsoft.Kiota.Serialization.Json" Version="{RuntimeVersion}" />
                <PackageReference Include="Microsoft.Kiota.Serialization.Multipart" Version="{RuntimeVersion}" />
                <PackageReference Include="Microsoft.Kiota.Serialization.Text" Version="{RuntimeVersion}" />
              </ItemGroup>
            </Project>
            """
        );
        Checkout.Dotnet(Folder, "new", "tool-manifest");
        Checkout.Dotnet(Folder, "tool", "install", "Microsoft.OpenApi.Kiota", "--version", ToolVersion);
        string[] options =
        [
            "-l",
            "CSharp",
            "-d",
            Contract,
            "-c",
            "PeerClient",
            "-n",
            "KiotaPeer",
            "-o",
            "generated",
            "--include-path",
            "/pins#GET",
            "--exclude-backward-compatible",
        ];
        Checkout.Dotnet(Folder, ["tool", "run", "kiota", "--", "generate", .. options]);
    }
}
