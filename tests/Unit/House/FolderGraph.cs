using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pinterest.OpenApi.Unit.House;

/// <summary>
/// Which top folders of a source tree use which. The sources are compiled, so that a use counts wherever the type
/// is named or a member of it is called, and a namespace that folders share hides nothing. Example:
/// Errors/ErrorClassifier.cs calls RateLimitState.RetryAfter, which is declared in Http/RateLimitState.cs; so Errors
/// uses Http.
/// </summary>
internal sealed class FolderGraph
{
    private const string RootFolder = "(root)";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // A name that the compiler does not know would be a use that nobody sees.
    private static readonly string[] UnknownName = ["CS0103", "CS0234", "CS0246", "CS1061"];

    private readonly Dictionary<string, Dictionary<string, string>> _uses = new(StringComparer.Ordinal);
    private readonly SourceTree _tree;
    private readonly string _root;

    private FolderGraph(string checkout, SourceTree tree)
    {
        _tree = tree;
        _root = Path.Combine(checkout, tree.Folder);
    }

    /// <summary>Gets the names that the compiler did not know. While there are any, the graph may miss uses.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Compiles a source tree and reads who uses whom.</summary>
    public static FolderGraph Read(string checkout, SourceTree tree)
    {
        var graph = new FolderGraph(checkout, tree);
        var compilation = graph.Compile(checkout);
        graph.Unknown.AddRange(UnknownNames(compilation));
        foreach (var file in compilation.SyntaxTrees.Where(file => graph.FolderOf(file) is not null))
        {
            graph.Add(compilation.GetSemanticModel(file));
        }

        return graph;
    }

    /// <summary>Describes the shortest cycle through each folder that is part of one.</summary>
    public IEnumerable<string> Cycles() =>
        _uses
            .Keys.Select(ShortestCycle)
            .OfType<IReadOnlyList<string>>()
            .DistinctBy(cycle => string.Join('\n', cycle.Skip(1).Order(StringComparer.Ordinal)))
            .Select(Describe);

    private CSharpCompilation Compile(string checkout)
    {
        var generated = _tree.Generated is null ? null : Path.Combine(checkout, _tree.Generated);
        var sources = Sources(_root, "*.cs").Concat(generated is null ? [] : Sources(generated, "*.g.cs"));
        return CSharpCompilation.Create(
            _tree.Assembly,
            sources.Append(CSharpSyntaxTree.ParseText(ImplicitUsings)),
            References(),
            // Without the analysis of null, which takes long and decides no use.
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
    }

    private static IEnumerable<SyntaxTree> Sources(string folder, string pattern) =>
        Directory
            .EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(IsOutput))
            .Order(StringComparer.Ordinal)
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file));

    private static bool IsOutput(string folder) => folder is "bin" or "obj";

    // What the tests themselves run on: the framework, the packages, and of this repository only what the tree
    // refers to.
    private IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !IsOurs(path) || _tree.References.Contains(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path));

    private static bool IsOurs(string path) =>
        Path.GetFileName(path).StartsWith("pinterest", StringComparison.OrdinalIgnoreCase);

    // Of usings and signatures only, because to look for them in every body takes as long as all the rest. An assembly
    // that is not referred to shows in the usings of those who need it.
    private static IEnumerable<string> UnknownNames(CSharpCompilation compilation) =>
        compilation
            .GetDeclarationDiagnostics()
            .Where(error => UnknownName.Contains(error.Id))
            .Select(error => error.ToString());

    private void Add(SemanticModel model)
    {
        var from = FolderOf(model.SyntaxTree)!;
        foreach (var node in model.SyntaxTree.GetRoot().DescendantNodes().Where(IsUse))
        {
            if (TypeOf(model.GetSymbolInfo(node)) is { } type && FolderOf(type) is { } to && to != from)
            {
                Uses(from).TryAdd(to, $"{PathOf(model.SyntaxTree)} uses {type.Name}");
            }
        }
    }

    private static bool IsUse(SyntaxNode node) =>
        node is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax;

    private static INamedTypeSymbol? TypeOf(SymbolInfo info)
    {
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        return (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition;
    }

    // A type with generated and hand-written parts lies where its hand-written part is.
    private string? FolderOf(INamedTypeSymbol type) =>
        type
            .DeclaringSyntaxReferences.Where(part => !IsUsedByAll(part.SyntaxTree))
            .Select(part => FolderOf(part.SyntaxTree))
            .FirstOrDefault(folder => folder is not null);

    private string? FolderOf(SyntaxTree file)
    {
        if (!file.FilePath.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = PathOf(file).Split('/');
        return parts.Length == 1 ? RootFolder : parts[0];
    }

    private bool IsUsedByAll(SyntaxTree file) => _tree.UsedByAll.Contains(Path.GetFileName(file.FilePath));

    private string PathOf(SyntaxTree file) => Path.GetRelativePath(_root, file.FilePath).Replace('\\', '/');

    private Dictionary<string, string> Uses(string folder)
    {
        if (!_uses.TryGetValue(folder, out var uses))
        {
            uses = new Dictionary<string, string>(StringComparer.Ordinal);
            _uses[folder] = uses;
        }

        return uses;
    }

    // Breadth first, so that the first way back to the start is a shortest one: [Http, Errors, Http].
    private IReadOnlyList<string>? ShortestCycle(string start)
    {
        var ways = new Queue<IReadOnlyList<string>>([
            [start],
        ]);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in UsedBy(way[^1]))
            {
                if (next == start)
                {
                    return [.. way, next];
                }

                if (seen.Add(next))
                {
                    ways.Enqueue([.. way, next]);
                }
            }
        }

        return null;
    }

    private IEnumerable<string> UsedBy(string folder) =>
        _uses.TryGetValue(folder, out var uses) ? uses.Keys.Order(StringComparer.Ordinal) : [];

    private string Describe(IReadOnlyList<string> cycle)
    {
        var uses = cycle.Zip(cycle.Skip(1), (from, to) => $"{from} uses {to} ({_uses[from][to]})");
        return $"{_tree.Folder}: {string.Join(", and ", uses)}. "
            + "Move the type that is used to the folder that is meant to know less, or hand the value over instead.";
    }
}
