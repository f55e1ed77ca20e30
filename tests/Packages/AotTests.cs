using System.Diagnostics;
using System.Runtime.InteropServices;
using Xunit.Abstractions;

namespace Pinterest.OpenApi.Packages;

/// <summary>An app that is trimmed, and one that is compiled ahead of time, call all core operations.</summary>
[Collection(Feed.Name)]
public sealed class AotTests(Feed feed, ITestOutputHelper output)
{
    private const string Host = """
        using Pinterest.OpenApi.Sandbox;

        await using var sandbox = await PinterestSandbox.StartAsync();
        Console.WriteLine(sandbox.BaseAddress);
        Console.WriteLine(sandbox.AccessToken);
        Console.ReadLine();
        """;

    [Fact]
    public void An_app_that_was_compiled_ahead_of_time_calls_the_core_operations()
    {
        // The linker is clang where there is one, and gcc where not.
        var compiler = Path.Exists("/usr/bin/clang") || !OperatingSystem.IsLinux() ? "" : "gcc";
        var app = Publish("PublishAot", compiler.Length == 0 ? [] : [$"-p:CppCompilerAndLinker={compiler}"]);

        Check(app, new FileInfo(app).Length);
    }

    [Fact]
    public void An_app_that_was_trimmed_calls_the_core_operations()
    {
        var app = Publish("PublishTrimmed", ["--self-contained"]);
        var bytes = Directory.EnumerateFiles(Path.GetDirectoryName(app)!).Sum(file => new FileInfo(file).Length);

        Check(app, bytes);
    }

    private void Check(string app, long bytes)
    {
        using var host = Process.Start(
            new ProcessStartInfo("dotnet", ["run", "--project", NewProject("Pinterest.OpenApi.Sandbox", Host)])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        try
        {
            var address = host.StandardOutput.ReadLine()!;
            var token = host.StandardOutput.ReadLine()!;
            var said = Shell.MustRun(Path.GetDirectoryName(app)!, app, address, token);

            Assert.Matches(
                "^28 calls, Table with PinMediaWithImage, first after [0-9]+ ms",
                said.ReplaceLineEndings(" ")
            );
            output.WriteLine($"{bytes / 1024.0 / 1024.0:0.0} MiB; {said}");
        }
        finally
        {
            host.StandardInput.Close();
            host.WaitForExit();
        }
    }

    private string Publish(string how, string[] more)
    {
        var program = File.ReadAllText(Path.Combine(Feed.Root, "tests", "Packages", "Aot", "Program.cs"));
        var project = NewProject(
            "Pinterest.OpenApi",
            program,
            $"<{how}>true</{how}><InvariantGlobalization>true</InvariantGlobalization>"
        );
        var target = Path.Combine(project, "out");
        var said = Shell.MustRun(
            project,
            "dotnet",
            ["publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", target, .. more]
        );

        // Newtonsoft.Json is not made for it and is named; this library has no warning of its own.
        var warnings = said.Split('\n').Where(line => line.Contains("warning IL", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(warnings, line => !line.Contains("Newtonsoft.Json", StringComparison.Ordinal));
        return Path.Combine(target, OperatingSystem.IsWindows() ? "app.exe" : "app");
    }

    private string NewProject(string package, string program, string properties = "")
    {
        var folder = feed.NewFolder();
        File.WriteAllText(
            Path.Combine(folder, "app.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <NuGetAudit>false</NuGetAudit>
                {properties}
                <RestoreAdditionalProjectSources>{feed.Path}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="{Feed.Version}" />
              </ItemGroup>
            </Project>
            """
        );
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        return folder;
    }
}
