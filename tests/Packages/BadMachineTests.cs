namespace Pinterest.OpenApi.Packages;

/// <summary>What people are told whose machine lacks something.</summary>
[Collection(Feed.Name)]
public sealed class BadMachineTests(Feed feed)
{
    [Fact]
    public void A_project_for_an_older_framework_is_told_which_ones_the_package_supports()
    {
        var (code, output) = Restore("net6.0", Feed.Version, feed.Path);

        Assert.NotEqual(0, code);
        Assert.Contains(
            $"NU1202: Package Pinterest.OpenApi {Feed.Version} is not compatible with net6.0",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("net8.0 (.NETCoreApp,Version=v8.0)", output, StringComparison.Ordinal);
        Assert.Contains("net10.0 (.NETCoreApp,Version=v10.0)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_that_is_not_there_is_named()
    {
        // Of a version that no cache has.
        var (code, output) = Restore("net10.0", Feed.Version + ".0", Path.Combine(feed.Path, "nowhere"));

        Assert.NotEqual(0, code);
        Assert.Contains(
            $"NU1301: The local source '{Path.Combine(feed.Path, "nowhere")}' doesn't exist.",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_build_without_npm_says_what_to_install()
    {
        // Only a shell is on the path.
        var path = feed.NewFolder();
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(Path.Combine(path, "sh"), "/bin/sh");
        }

        var (code, output) = BuildPact(new Dictionary<string, string> { ["PATH"] = path });

        Assert.NotEqual(0, code);
        Assert.Matches("'npm ci' in .* ended with exit code [1-9]", output);
        Assert.Contains(
            "Install Node.js with npm, make sure that it reaches an npm registry, and build again",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_build_whose_npm_reaches_nothing_says_so()
    {
        var (code, output) = BuildPact(
            new Dictionary<string, string>
            {
                ["npm_config_registry"] = "http://127.0.0.1:9/",
                ["npm_config_cache"] = Path.Combine(feed.NewFolder(), "cache"),
                ["npm_config_fetch_retries"] = "0",
            }
        );

        Assert.NotEqual(0, code);
        Assert.Contains("The Pact core for ", output, StringComparison.Ordinal);
        Assert.Contains("make sure that it reaches an npm registry", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Pact_core_that_is_no_file_is_named()
    {
        var (code, output) = BuildPact(new Dictionary<string, string>(), "-p:PactLibrary=/nowhere/libpact_ffi.so");

        Assert.NotEqual(0, code);
        Assert.Contains(
            "PactLibrary=/nowhere/libpact_ffi.so is no file. Give libpact_ffi ",
            output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_Pact_core_that_is_not_the_one_we_know_is_refused()
    {
        // As npm leaves it, but for what is in the file.
        var folder = feed.NewFolder();
        var pact = Path.Combine(Feed.Root, "build", "Pact");
        var core = Directory
            .EnumerateFiles(Path.Combine(pact, "node_modules"), "*pact_ffi*", SearchOption.AllDirectories)
            .First(file => Path.GetExtension(file) is ".so" or ".dll" or ".dylib");
        var planted = Path.Combine(folder, Path.GetRelativePath(pact, core));
        Directory.CreateDirectory(Path.GetDirectoryName(planted)!);
        File.WriteAllText(planted, "another program");
        Directory.CreateDirectory(Path.Combine(folder, "obj"));
        var (code, output) = BuildPact(
            folder,
            new Dictionary<string, string>(),
            () => File.WriteAllText(Path.Combine(folder, "obj", "pact-core.stamp"), "")
        );

        Assert.NotEqual(0, code);
        Assert.Contains("is not the Pact core of @pact-foundation/pact-core-", output, StringComparison.Ordinal);
    }

    private (int Code, string Output) Restore(string framework, string version, string source)
    {
        var folder = feed.NewFolder();
        File.WriteAllText(
            Path.Combine(folder, "app.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{source}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Pinterest.OpenApi" Version="{version}" />
              </ItemGroup>
            </Project>
            """
        );
        return Shell.Run(folder, "dotnet", "restore");
    }

    // A project that takes the core as ours do, where npm has brought nothing yet.
    private (int Code, string Output) BuildPact(IReadOnlyDictionary<string, string> variables, params string[] more) =>
        BuildPact(feed.NewFolder(), variables, () => { }, more);

    private static (int Code, string Output) BuildPact(
        string folder,
        IReadOnlyDictionary<string, string> variables,
        Action before,
        params string[] more
    )
    {
        foreach (var file in (string[])["Native.targets", "package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(Feed.Root, "build", "Pact", file), Path.Combine(folder, file));
        }

        File.WriteAllText(
            Path.Combine(folder, "lib.csproj"),
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <Import Project="Native.targets" />
            </Project>
            """
        );
        before();
        return Shell.RunWith(
            variables,
            folder,
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Environment.ProcessPath!,
            ["build", "-nologo", .. more]
        );
    }
}
