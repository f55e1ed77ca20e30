using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pinterest.OpenApi.Spec.Generation.Emit;

namespace Pinterest.OpenApi.Spec.Generation.Proof;

/// <summary>
/// A second wall behind the escaping of values: reads the generated files as C# before anything compiles them, and
/// accepts them only when they declare exactly what the names say, and use no other name.
/// </summary>
internal sealed class GeneratedCode
{
    private static readonly HashSet<string> Attributes = new(StringComparer.Ordinal)
    {
        "Newtonsoft.Json.JsonProperty",
        "Newtonsoft.Json.JsonConverter",
        "System.Text.Json.Serialization.JsonConverter",
        "Coded",
        "System.Diagnostics.CodeAnalysis.SetsRequiredMembers",
        "System.Obsolete",
        "PinterestOperation",
    };

    private readonly SortedDictionary<string, SortedSet<string>> _expected;
    private readonly SortedDictionary<string, SortedSet<string>> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SyntaxNode> _roots = new(StringComparer.Ordinal);
    private readonly Vocabulary _vocabulary;

    /// <summary>Begins to check generated code.</summary>
    /// <param name="normalised">The description that it is made from.</param>
    /// <param name="operations">Its operations, with their names.</param>
    /// <param name="layout">Where templates and the configuration of NSwag lie.</param>
    public GeneratedCode(
        NormalisedDescription normalised,
        IReadOnlyList<NamedOperation> operations,
        RepositoryLayout layout
    )
    {
        _expected = ExpectedTypes.Of(normalised, operations);
        _vocabulary = Vocabulary.Of(layout, normalised);
    }

    /// <summary>Checks some of the files, each for itself.</summary>
    /// <param name="files">The files, with their contents.</param>
    /// <exception cref="SpecException">A file holds what no template and no name has put there.</exception>
    public void Read(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (file, text) in files)
        {
            var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest));
            var root = tree.GetCompilationUnitRoot();
            CheckSyntax(file, tree);
            CheckAttributes(file, root);
            CheckDirectives(file, root);
            new DeclaredTypes(file, _declared).Visit(root);
            _roots[file] = root;
        }
    }

    /// <summary>Checks that all files together declare what the names say. To be called when all have been read.</summary>
    /// <exception cref="SpecException">They declare more or less, or use another name.</exception>
    public void Finish()
    {
        Compare(_declared, _expected);

        // The other files are written by emitters, whose types let no name in unseen.
        foreach (var file in new[] { "Clients.g.cs", "Models.g.cs" })
        {
            CheckNames(file, _roots[file], _vocabulary);
        }
    }

    private static void CheckSyntax(string file, SyntaxTree tree)
    {
        var error = tree.GetDiagnostics().FirstOrDefault(found => found.Severity is DiagnosticSeverity.Error);
        if (error is not null)
        {
            throw Refused(
                $"{file}({error.Location.GetLineSpan().StartLinePosition.Line + 1})",
                $"is not C#: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}."
            );
        }
    }

    private static void CheckAttributes(string file, SyntaxNode root)
    {
        foreach (var attribute in root.DescendantNodes().OfType<AttributeSyntax>())
        {
            var name = attribute.Name is GenericNameSyntax generic
                ? generic.Identifier.ValueText
                : attribute.Name.ToString();
            if (!Attributes.Contains(name))
            {
                throw Refused(At(file, attribute.GetLocation()), $"has the attribute {attribute.Name}.");
            }
        }
    }

    private static void CheckDirectives(string file, SyntaxNode root)
    {
        foreach (var directive in root.DescendantTrivia().Where(trivia => trivia.IsDirective))
        {
            if (directive.GetStructure() is not (NullableDirectiveTriviaSyntax or PragmaWarningDirectiveTriviaSyntax))
            {
                throw Refused(At(file, directive.GetLocation()), $"has the directive {directive}.");
            }
        }
    }

    private static void CheckNames(string file, SyntaxNode root, Vocabulary vocabulary)
    {
        foreach (var token in root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)))
        {
            if (!vocabulary.Contains(token.ValueText))
            {
                throw Refused(At(file, token.GetLocation()), $"uses the name {token.ValueText}.");
            }
        }
    }

    private static void Compare(
        SortedDictionary<string, SortedSet<string>> declared,
        SortedDictionary<string, SortedSet<string>> expected
    )
    {
        foreach (var type in declared.Keys.Union(expected.Keys).Order(StringComparer.Ordinal))
        {
            var found = declared.GetValueOrDefault(type) ?? [];
            var wanted = expected.GetValueOrDefault(type) ?? [];
            if (found.Except(wanted).FirstOrDefault() is { } strange)
            {
                throw Refused(type, $"declares {strange}.");
            }

            // A union of lists only has no conversion.
            if (wanted.Except(found).FirstOrDefault(name => name != ExpectedTypes.Conversion) is { } missing)
            {
                throw Refused(type, $"lacks {missing}.");
            }
        }
    }

    private static string At(string file, Location place) =>
        $"{file}({place.GetLineSpan().StartLinePosition.Line + 1})";

    internal static SpecException Refused(string place, string what) =>
        new(
            $"the generated code, {place}",
            $"It {what} No template and no given name writes that.",
            "Do not compile it. Find the value in the description, and correct the template that wrote it."
        );
}
