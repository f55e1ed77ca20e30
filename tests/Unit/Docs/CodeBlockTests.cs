using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Docs;

/// <summary>The code of the READMEs and of docs/ compiles against the client as it is.</summary>
public sealed partial class CodeBlockTests
{
    private const string Usings =
        "using System; using System.Collections.Generic; using System.IO; using System.Linq; using "
        + "System.Net.Http; using System.Threading; using System.Threading.Tasks; using "
        + "Pinterest.OpenApi; using Pinterest.OpenApi.Metadata; using Pinterest.OpenApi.Models; using "
        + "Pinterest.OpenApi.Sandbox;";

    // What a reader has at hand; a block may declare its own.
    private const string Given =
        "static string accessToken = \"\", boardId = \"\", appId = \"\", appSecret = \"\", code = "
        + "\"\"; static Uri redirectUri = null!; static PinterestClient pinterest = null!;";

    public static TheoryData<string> Files =>
        [
            "README.md",
            .. PackageReadmeTests.Pages,
            .. Directory
                .EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
                .Select(file => Path.GetRelativePath(Repository.Root, file)),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_block_of_CSharp_compiles(string file)
    {
        var texts = Block()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, file)))
            .Select(match => match.Groups[1].Value)
            .ToList();
        var usings = texts.SelectMany(text => UsingLine().Matches(text).Select(match => match.Value)).Distinct();
        var blocks = texts.Select(text => UsingLine().Replace(text, "")).ToList();
        var methods = blocks.Select((block, i) => $"static async Task Block{i}() {{ {block}\nawait Task.Yield(); }}");
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Append(typeof(PinterestClient).Assembly.Location)
            .Append(typeof(PinterestSandbox).Assembly.Location)
            .Append(typeof(AgentGate).Assembly.Location)
            .Distinct();

        var compilation = CSharpCompilation.Create(
            "Docs",
            [
                CSharpSyntaxTree.ParseText(
                    $"{Usings} {string.Concat(usings)} static class Docs {{ {Given} {string.Join('\n', methods)} }}"
                ),
            ],
            references.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );

        Assert.Empty(
            compilation
                .GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error)
                .Select(diagnostic => diagnostic.ToString())
        );
    }

    // Quotes of samples are compiled with the samples.
    [GeneratedRegex("(?<!<!-- sample: [^\n]* -->\n)```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^using [A-Za-z.]+;\n", RegexOptions.Multiline)]
    private static partial Regex UsingLine();
}
