using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pinterest.OpenApi.Unit.House;

/// <summary>A hand-written C# file of a checkout, read but not compiled.</summary>
/// <param name="Path">The path below the checkout, with slashes.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Root">Its syntax.</param>
internal sealed record SourceFile(string Path, IReadOnlyList<string> Lines, CompilationUnitSyntax Root)
{
    private static readonly string[] Roots = ["src/Extensions", "build", "tests"];

    /// <summary>Tells whether the file belongs to a test project. Budgets are wider there.</summary>
    public bool IsTest => Path.StartsWith("tests/", StringComparison.Ordinal);

    /// <summary>Reads all hand-written files of a checkout, in the order of their paths.</summary>
    /// <param name="checkout">The root of the checkout.</param>
    public static IReadOnlyList<SourceFile> ReadAll(string checkout) =>
        [
            .. Roots
                .Select(folder => System.IO.Path.Combine(checkout, folder))
                .Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
                .Select(file => System.IO.Path.GetRelativePath(checkout, file).Replace('\\', '/'))
                .Where(IsHandWritten)
                .Order(StringComparer.Ordinal)
                .Select(path => Read(checkout, path)),
        ];

    private static bool IsHandWritten(string path) =>
        !path.Split('/').Any(part => part is "bin" or "obj" or "node_modules");

    private static SourceFile Read(string checkout, string path)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(checkout, path));
        var root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
        return new SourceFile(path, text.TrimEnd('\n').Split('\n'), root);
    }
}
