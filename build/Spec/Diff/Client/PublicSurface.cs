using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pinterest.OpenApi.Spec.Diff.Client;

/// <summary>
/// The public types and members of generated sources, each with its signature; read from the syntax, nothing is
/// compiled.
/// </summary>
internal sealed partial class PublicSurface
{
    /// <summary>The word with which the signature of a required member begins.</summary>
    public const string RequiredWord = "required";

    private readonly Dictionary<string, string> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _subtypes = new(StringComparer.Ordinal);

    private PublicSurface() { }

    /// <summary>
    /// Gets the types (<c>Pin</c>) and members (<c>Pin.Title</c>) with their signatures; the signature of a type is its
    /// base list.
    /// </summary>
    public IReadOnlyDictionary<string, string> Members => _members;

    /// <summary>Reads sources.</summary>
    public static PublicSurface Read(IEnumerable<string> sources)
    {
        var surface = new PublicSurface();
        foreach (
            var type in sources
                .SelectMany(source =>
                    CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>()
                )
                .Where(type => IsPublic(type.Modifiers))
        )
        {
            surface.Add(type);
        }

        return surface;
    }

    /// <summary>Tells whether a name is that of a type.</summary>
    public bool IsType(string name) => _types.Contains(name);

    /// <summary>Lists the types that a signature mentions.</summary>
    public IEnumerable<string> TypesIn(string signature) =>
        Identifier()
            .Matches(signature)
            .Select(match => match.Value)
            .Where(_members.ContainsKey)
            .Distinct(StringComparer.Ordinal);

    /// <summary>Lists the types that name a type as their base.</summary>
    public IReadOnlyList<string> SubtypesOf(string type) => _subtypes.GetValueOrDefault(type) ?? [];

    private void Add(TypeDeclarationSyntax type)
    {
        var name = string.Join(
            '.',
            type.Ancestors().OfType<TypeDeclarationSyntax>().Reverse().Append(type).Select(each => each.Identifier.Text)
        );
        var bases = Short(type.BaseList?.Types.ToString() ?? "");
        _types.Add(name);
        _members.TryAdd(name, bases);
        foreach (Match each in Identifier().Matches(bases))
        {
            if (!_subtypes.TryGetValue(each.Value, out var subtypes))
            {
                subtypes = [];
                _subtypes[each.Value] = subtypes;
            }

            subtypes.Add(name);
        }

        // Overrides such as ToString are no members of their own.
        foreach (
            var member in type.Members.Where(member =>
                (type is InterfaceDeclarationSyntax || IsPublic(member.Modifiers))
                && !member.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.OverrideKeyword))
            )
        )
        {
            if (Describe(member) is not var (memberName, written))
            {
                continue;
            }

            var signature = Short(written);

            // Overloads stand together under their name, so one that is removed is a change of the name's signature.
            var key = $"{name}.{memberName}";
            _members[key] = _members.TryGetValue(key, out var others)
                ? string.Join("; ", others.Split("; ").Append(signature).Order(StringComparer.Ordinal))
                : signature;
        }
    }

    private static (string Name, string Signature)? Describe(MemberDeclarationSyntax member) =>
        member switch
        {
            MethodDeclarationSyntax method => (
                method.Identifier.Text,
                $"{method.ReturnType} {Parameters(method.ParameterList)}"
            ),
            ConstructorDeclarationSyntax constructor => ("new", Parameters(constructor.ParameterList)),
            PropertyDeclarationSyntax property => (
                property.Identifier.Text,
                IsRequired(property) ? $"{RequiredWord} {property.Type}" : property.Type.ToString()
            ),
            FieldDeclarationSyntax field => (
                field.Declaration.Variables[0].Identifier.Text,
                field.Declaration.Type.ToString()
            ),
            _ => null,
        };

    private static string Parameters(ParameterListSyntax list) =>
        $"({string.Join(", ", list.Parameters.Select(Parameter))})";

    private static string Parameter(ParameterSyntax parameter) =>
        $"{parameter.Type} {parameter.Identifier}{(parameter.Default is null ? "" : " = default")}";

    private static bool IsRequired(PropertyDeclarationSyntax property) =>
        property.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.RequiredKeyword));

    private static bool IsPublic(SyntaxTokenList modifiers) =>
        modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword));

    // Generated code writes namespaces; messages leave them out. Example: System.Collections.Generic.IList<Pin> is
    // IList<Pin>.
    private static string Short(string signature) => Namespace().Replace(signature, "");

    [GeneratedRegex(
        @"\b(?:global::)?(?:System|Newtonsoft)\.(?:[A-Z]\w*\.)*",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Namespace();

    [GeneratedRegex(@"[A-Z]\w*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();
}
