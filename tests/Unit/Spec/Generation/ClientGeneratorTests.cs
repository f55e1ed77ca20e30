using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation;

/// <summary>Every published release becomes a client; the milestones from 5.20.0 on also compile, without a warning.</summary>
public sealed class ClientGeneratorTests
{
    private static readonly string[] Usings =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net.Http",
        "System.Threading",
        "System.Threading.Tasks",
    ];

    // The SDK switches these two off for every project: assembly versions are unified at run time.
    private static readonly Dictionary<string, ReportDiagnostic> AsTheSdkDoes = new()
    {
        ["CS1701"] = ReportDiagnostic.Suppress,
        ["CS1702"] = ReportDiagnostic.Suppress,
    };

    public static TheoryData<string> All =>
        [.. new ReleaseStore(Repository.Layout.OpenApi).List().Select(release => release.Version)];

    // What .NET 8 lacks is part of its assembly only.
    private static readonly string LackingIn8 =
        $"{Path.DirectorySeparatorChar}Compatibility{Path.DirectorySeparatorChar}";

    [Theory]
    [InlineData("5.0.0")]
    [InlineData("5.14.0")]
    [InlineData("5.28.0")]
    public Task A_release_normalises_and_generates(string version) => AssertGeneratesAsync(version);

    [LongTheory]
    [MemberData(nameof(All))]
    public Task Every_release_normalises_and_generates(string version) => AssertGeneratesAsync(version);

    private static async Task AssertGeneratesAsync(string version)
    {
        using var folder = new TemporaryFolder();

        var (operations, files) = await GenerateAsync(version, folder);

        Assert.Equal(operations, GeneratedClient.Read(folder).Operations().Count);
        // The columns of reports were not an enum in every release.
        Assert.Equal(
            ["Clients.g.cs", "Models.g.cs", "Operations.g.cs", "PinterestClient.g.cs"],
            files.Keys.Where(file => file != "AnalyticsRow.g.cs")
        );
    }

    // The hand-written helpers name BoardCreate and others, which releases before 5.20.0 do not have.
    [Theory]
    [InlineData("5.23.0")]
    public Task The_client_of_a_milestone_compiles_without_a_warning(string version) => AssertCompilesAsync(version);

    [LongTheory]
    [InlineData("5.20.0")]
    [InlineData("5.22.0")]
    public Task The_clients_of_older_milestones_compile_without_a_warning(string version) =>
        AssertCompilesAsync(version);

    private static async Task AssertCompilesAsync(string version)
    {
        using var folder = new TemporaryFolder();
        var (_, files) = await GenerateAsync(version, folder);

        var handWritten = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "src", "Extensions"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(LackingIn8, StringComparison.Ordinal))
            .Select(File.ReadAllText);
        var sources = files
            .Values.Concat(handWritten)
            .Append(string.Concat(Usings.Select(name => $"global using global::{name};")));
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Pinterest.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));

        var compilation = CSharpCompilation.Create(
            "Pinterest.OpenApi",
            sources.Select(source => CSharpSyntaxTree.ParseText(source, parse)),
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: 9999,
                specificDiagnosticOptions: AsTheSdkDoes
            )
        );

        // The bodies of log messages are made by a source generator that does not run here.
        Assert.Empty(
            compilation
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS8795")
                .Take(5)
                .Select(diagnostic => diagnostic.ToString())
        );
    }

    private static async Task<(int Operations, IReadOnlyDictionary<string, string> Files)> GenerateAsync(
        string version,
        string folder
    )
    {
        var generator = new ClientGenerator(Repository.Layout);
        var normalised = generator.NormaliseOther(new ReleaseStore(Repository.Layout.OpenApi).Read(version));
        return (normalised.Catalogue.All.Count, await generator.GenerateAsync(normalised, folder));
    }
}
