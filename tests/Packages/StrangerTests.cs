using System.Runtime.InteropServices;

namespace Pinterest.OpenApi.Packages;

/// <summary>
/// A stranger with nothing but the packages: a Pin is made in the sandbox, a contract verified, a breaking change
/// reported.
/// </summary>
[Collection(Feed.Name)]
public sealed class StrangerTests(Feed feed)
{
    private const string Program = """
        using Pinterest.OpenApi;
        using Pinterest.OpenApi.Models;
        using Pinterest.OpenApi.Sandbox;

        await using var sandbox = await PinterestSandbox.StartAsync();
        var options = new PinterestClientOptions { BaseAddress = sandbox.BaseAddress, AccessToken = sandbox.AccessToken };
        var pinterest = new PinterestClient(options);
        var board = await pinterest.Boards.CreateAsync(new BoardCreate { Name = "Kitchens" });
        var draft = new PinDraft(board.Id) { Title = "Oak table" };
        var pin = await pinterest.CreateImagePinAsync([PinImage.FromUri(new Uri("https://example.com/a.jpg"))], draft);
        await foreach (var each in pinterest.Boards.EnumeratePinsAsync(board.Id))
        {
            Console.WriteLine($"{each.Title} on {board.Name}, {each.Id == pin.Id}");
        }
        """;

    // Listens as an exporter of measurements does.
    private const string MeasuringProgram = """
        using System.Diagnostics.Metrics;
        using Pinterest.OpenApi;
        using Pinterest.OpenApi.Sandbox;

        var sandboxOptions = new SandboxOptions { AccessTier = SandboxAccessTier.Standard };
        await using var sandbox = await PinterestSandbox.StartAsync(sandboxOptions);
        using var listener = new MeterListener();
        var last = new Dictionary<string, int>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "pinterest.client.rate_limit.remaining")
            {
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((_, value, tags, _) => last[$"{tags[0].Key} {tags[0].Value}"] = value);
        listener.Start();

        var options = new PinterestClientOptions { BaseAddress = sandbox.BaseAddress, AccessToken = sandbox.AccessToken };
        var pinterest = new PinterestClient(options);
        await pinterest.Boards.ListAsync();
        await pinterest.Boards.ListAsync();
        listener.RecordObservableInstruments();
        var left = pinterest.RateLimits["org_read"].Remaining;
        Console.WriteLine($".NET {Environment.Version.Major}: {last["pinterest.rate_category org_read"] == left}");
        """;

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void A_console_project_makes_a_Pin_in_the_sandbox(string framework) =>
        Assert.EndsWith("Oak table on Kitchens, True", Run(framework, Program), StringComparison.Ordinal);

    [Theory]
    [InlineData("net8.0", ".NET 8: True")]
    [InlineData("net10.0", ".NET 10: True")]
    public void What_is_left_of_a_rate_limit_is_measured_on_each_framework(string framework, string expected) =>
        Assert.EndsWith(expected, Run(framework, MeasuringProgram), StringComparison.Ordinal);

    [Fact]
    public void Models_are_read_and_written_by_the_serializer_that_comes_with_the_framework()
    {
        var output = Run(
            "net10.0",
            """"
            using System.Text.Json;
            using Pinterest.OpenApi.Models;

            var board = JsonSerializer.Deserialize<Board>("""{"id":"7","name":"Kitchens","new_member":1}""")!;
            Console.WriteLine(JsonSerializer.Serialize(new[] { board }));
            """"
        );

        Assert.Contains("\"id\":\"7\"", output, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"Kitchens\"", output, StringComparison.Ordinal);
        Assert.Contains("\"new_member\":1", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_of_an_app_host_compiles_with_the_packages_of_Aspire() =>
        Shell.MustRun(Feed.Root, "dotnet", "build", "tests/Samples/AppHost", "-nologo", "-v", "q");

    [Fact]
    public void A_tool_manifest_verifies_a_contract_and_reports_a_breaking_change()
    {
        var folder = feed.NewFolder();
        Shell.MustRun(folder, "dotnet", "new", "tool-manifest");
        Shell.MustRun(
            folder,
            "dotnet",
            "tool",
            "install",
            "Pinterest.OpenApi.Tool",
            "--version",
            Feed.Version,
            "--add-source",
            feed.Path
        );
        var pacts = Path.Combine(Feed.Root, "tests", "Contract", "pacts");
        var pinned = Path.Combine(Feed.Root, "openapi", "pinterest-v5.json");
        var broken = Path.Combine(folder, "broken.json");
        File.WriteAllText(
            broken,
            File.ReadAllText(pinned).Replace("\"/user_account\": {", "\"/account\": {", StringComparison.Ordinal)
        );

        Assert.Contains("passed, 0 failed", Tool(folder, 0, "contract", "verify", pacts), StringComparison.Ordinal);
        var diff = Tool(folder, 1, "diff", pinned, broken, "--pacts", pacts);
        Assert.Contains("The operation GET /user_account was removed.", diff, StringComparison.Ordinal);
        Assert.Contains("breaks you: a request for the account of the user", diff, StringComparison.Ordinal);
        Assert.Contains("The client was not compared", diff, StringComparison.Ordinal);

        // The native Pact core is not in the package; the tool says which one to install, and takes it.
        Assert.Contains(
            "@pact-foundation/pact-core-",
            Tool(folder, 3, "contract", "verify", pacts, "--against", "sandbox"),
            StringComparison.Ordinal
        );
        var core = Directory
            .EnumerateFiles(
                Path.Combine(Feed.Root, "build", "Pact", "node_modules"),
                "*pact_ffi*",
                SearchOption.AllDirectories
            )
            .First(file =>
                file.EndsWith(".so", StringComparison.Ordinal)
                || file.EndsWith(".dll", StringComparison.Ordinal)
                || file.EndsWith(".dylib", StringComparison.Ordinal)
            );
        Assert.Contains(
            "passed, 0 failed",
            Tool(folder, 0, "contract", "verify", pacts, "--against", "sandbox", "--pact-library", core),
            StringComparison.Ordinal
        );
        Assert.Contains("not part of a checkout", Tool(folder, 2, "check"), StringComparison.Ordinal);

        // The stored releases are in the package.
        Assert.StartsWith("5.22.0 -> 5.23.0: ", Tool(folder, 1, "diff", "5.22.0", "5.23.0"), StringComparison.Ordinal);
    }

    // An app for .NET 8 brings that runtime along, as a package, so that the machine needs the newest one only.
    private string Run(string framework, string program)
    {
        var folder = feed.NewFolder();
        File.WriteAllText(
            Path.Combine(folder, "app.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>{framework}</TargetFramework>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>{(framework == "net8.0" ? "true" : "false")}</SelfContained>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <InvariantGlobalization>true</InvariantGlobalization>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{feed.Path}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Pinterest.OpenApi" Version="{Feed.Version}" />
                <PackageReference Include="Pinterest.OpenApi.Sandbox" Version="{Feed.Version}" />
              </ItemGroup>
            </Project>
            """
        );
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        return Shell.MustRun(folder, "dotnet", "run").Trim();
    }

    private static string Tool(string folder, int expected, params string[] arguments)
    {
        var (code, output) = Shell.Run(folder, "dotnet", ["tool", "run", "pinterest-openapi", .. arguments]);
        Assert.True(code == expected, $"{string.Join(' ', arguments)} ended with {code}:\n{output}");
        return output;
    }
}
