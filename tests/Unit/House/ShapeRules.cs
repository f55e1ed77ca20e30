using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pinterest.OpenApi.Unit.House;

/// <summary>
/// What hand-written code must not look like. Each rule gives one line for each place: file, line, what is wrong.
/// </summary>
internal static partial class ShapeRules
{
    /// <summary>
    /// The widest line. The formatter breaks code at 120 columns; only text and comments can be wider.
    /// </summary>
    public const int WidestLine = 140;

    /// <summary>The most values that a constructor or a positional record takes.</summary>
    public const int MostPositionalValues = 4;

    /// <summary>Finds lines that are wider than a page.</summary>
    public static IEnumerable<string> WideLines(SourceFile file) =>
        file
            .Lines.Index()
            .Where(line => line.Item.TrimEnd().Length > WidestLine)
            .Select(line =>
                $"{file.Path}:{line.Index + 1}: {line.Item.TrimEnd().Length} columns. Wrap the text by hand."
            );

    /// <summary>Finds <c>(_a, _b) = (a, b)</c>, which hides which value goes where.</summary>
    public static IEnumerable<string> TupleAssignments(SourceFile file) =>
        file
            .Root.DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Left is TupleExpressionSyntax && assignment.Right is TupleExpressionSyntax)
            .Select(assignment => At(file, assignment, "several variables are set by a tuple. Set one a line."));

    /// <summary>
    /// Finds expressions with more than one <c>?:</c>. Arguments, members and elements count by themselves.
    /// </summary>
    public static IEnumerable<string> ManyConditions(SourceFile file) =>
        file
            .Root.DescendantNodes()
            .OfType<ConditionalExpressionSyntax>()
            .GroupBy(Whole)
            .Where(expression => expression.Count() > 1)
            .Select(expression => At(file, expression.First(), "more than one ?: in an expression. Use if or switch."));

    /// <summary>Finds constructors and records with many positional values.</summary>
    public static IEnumerable<string> ManyPositionalValues(SourceFile file) =>
        file
            .Root.DescendantNodes()
            .OfType<ParameterListSyntax>()
            .Where(list => list.Parent is TypeDeclarationSyntax or ConstructorDeclarationSyntax)
            .Where(list => list.Parameters.Count > MostPositionalValues)
            .Select(list =>
                At(file, list, $"{list.Parameters.Count} positional values. Name them as required properties.")
            );

    /// <summary>Finds <c>a.Parent?.Parent</c>, of which nobody knows where it leads.</summary>
    public static IEnumerable<string> Chains(SourceFile file) =>
        Chain()
            .Matches(file.Root.ToFullString())
            .Select(chain => file.Root.SyntaxTree.GetLocation(new TextSpan(chain.Index, chain.Length)))
            .Select(place =>
                $"{file.Path}:{place.GetLineSpan().StartLinePosition.Line + 1}: a chain of the same property. Give the way a name."
            );

    /// <summary>Finds <c>if (x) return;</c> without braces, and its likes.</summary>
    public static IEnumerable<string> MissingBraces(SourceFile file) =>
        file
            .Root.DescendantNodes()
            .Where(node => Body(node) is not (null or BlockSyntax))
            .Where(node => !(node is ElseClauseSyntax { Statement: IfStatementSyntax }))
            .Select(node => At(file, node, "braces are missing."));

    private static StatementSyntax? Body(SyntaxNode node) =>
        node switch
        {
            IfStatementSyntax branch => branch.Statement,
            ElseClauseSyntax other => other.Statement,
            ForStatementSyntax loop => loop.Statement,
            CommonForEachStatementSyntax loop => loop.Statement,
            WhileStatementSyntax loop => loop.Statement,
            DoStatementSyntax loop => loop.Statement,
            LockStatementSyntax held => held.Statement,
            _ => null,
        };

    // The expression that a reader takes in at once: up to the argument, member, element or statement that holds it.
    private static SyntaxNode Whole(ConditionalExpressionSyntax condition)
    {
        SyntaxNode current = condition;
        while (
            current.Parent
                is ExpressionSyntax
                    and not (
                        InitializerExpressionSyntax
                        or AnonymousFunctionExpressionSyntax
                        or BaseObjectCreationExpressionSyntax
                    )
                    or InterpolationSyntax
            && !IsMember(current)
        )
        {
            current = current.Parent;
        }

        return current;
    }

    private static bool IsMember(SyntaxNode node) =>
        node.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax };

    private static string At(SourceFile file, SyntaxNode node, string problem) =>
        $"{file.Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: {problem}";

    [GeneratedRegex(@"\bParent\s*[?!]?\s*\.\s*Parent\b")]
    private static partial Regex Chain();
}
