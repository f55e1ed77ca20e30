using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pinterest.OpenApi.Unit.House;

/// <summary>
/// The lengths of some files and of their methods. A method is counted from its signature to its last brace.
/// </summary>
internal sealed class ShapeFigures
{
    private readonly IReadOnlyList<SourceFile> _files;
    private readonly IReadOnlyList<(string Place, int Lines)> _methods;
    private readonly int[] _fileLengths;
    private readonly int[] _methodLengths;

    /// <summary>Measures files.</summary>
    /// <param name="files">The files.</param>
    public ShapeFigures(IEnumerable<SourceFile> files)
    {
        _files = [.. files];
        _methods = [.. _files.SelectMany(Methods)];
        _fileLengths = [.. _files.Select(file => file.Lines.Count).Order()];
        _methodLengths = [.. _methods.Select(method => method.Lines).Order()];
    }

    public int FileCount => _files.Count;

    public int Lines => _fileLengths.Sum();

    public int FileMedian => Quantile(_fileLengths, 0.5);

    public int FileP90 => Quantile(_fileLengths, 0.9);

    public int FileMax => Quantile(_fileLengths, 1);

    public int MethodCount => _methods.Count;

    public int MethodP90 => Quantile(_methodLengths, 0.9);

    public int MethodMax => Quantile(_methodLengths, 1);

    public int Over120 => CountWider(120);

    public int Over140 => CountWider(140);

    /// <summary>Lists files and methods over a length, the longest first.</summary>
    /// <param name="file">Files longer than this.</param>
    /// <param name="method">Methods longer than this.</param>
    public IEnumerable<string> Longest(int file, int method) =>
        [
            .. _files
                .Where(each => each.Lines.Count > file)
                .OrderByDescending(each => each.Lines.Count)
                .Select(each => $"{each.Path}: {each.Lines.Count} lines"),
            .. _methods
                .Where(each => each.Lines > method)
                .OrderByDescending(each => each.Lines)
                .Select(each => $"{each.Place}: {each.Lines} lines"),
        ];

    private static IEnumerable<(string Place, int Lines)> Methods(SourceFile file) =>
        file
            .Root.DescendantNodes()
            .Where(node =>
                node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
            )
            .Where(HasBody)
            .Select(node => ($"{file.Path}:{FirstLine(node)} {Name(node)}", LastLine(node) - FirstLine(node) + 1));

    private static bool HasBody(SyntaxNode node) =>
        node.ChildNodes().Any(child => child is BlockSyntax or ArrowExpressionClauseSyntax);

    private static string Name(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax method => method.Identifier.Text,
            ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
            LocalFunctionStatementSyntax function => function.Identifier.Text,
            _ => node.Kind().ToString(),
        };

    // Attributes and documentation before a method are no part of its length.
    private static int FirstLine(SyntaxNode node)
    {
        var attributes = node.ChildNodes().OfType<AttributeListSyntax>().LastOrDefault();
        var start = attributes?.GetLastToken().GetNextToken() ?? node.GetFirstToken();
        return start.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
    }

    private static int LastLine(SyntaxNode node) => node.GetLocation().GetLineSpan().EndLinePosition.Line + 1;

    private static int Quantile(int[] sorted, double share)
    {
        if (sorted.Length == 0)
        {
            return 0;
        }

        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
    }

    private int CountWider(int columns) =>
        _files.Sum(file => file.Lines.Count(line => line.TrimEnd().Length > columns));
}
