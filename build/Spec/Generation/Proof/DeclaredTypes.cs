using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pinterest.OpenApi.Spec.Generation.Proof;

/// <summary>Lists the types of a generated file with the names of their members.</summary>
internal sealed class DeclaredTypes(string file, SortedDictionary<string, SortedSet<string>> types) : CSharpSyntaxWalker
{
    private static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal)
    {
        "Pinterest.OpenApi",
        "Pinterest.OpenApi.Models",
        "Pinterest.OpenApi.Metadata",
    };

    private readonly Stack<string> _path = new();

    /// <inheritdoc/>
    public override void VisitCompilationUnit(CompilationUnitSyntax node)
    {
        foreach (var member in node.Members)
        {
            if (member is not BaseNamespaceDeclarationSyntax space || !Namespaces.Contains(space.Name.ToString()))
            {
                throw GeneratedCode.Refused(file, $"has {member.Kind()} outside of the client's namespaces.");
            }

            foreach (var type in space.Members)
            {
                AddType(type);
            }
        }
    }

    private void AddType(MemberDeclarationSyntax member)
    {
        if (member is not TypeDeclarationSyntax type)
        {
            throw GeneratedCode.Refused(file, $"declares {member.Kind()}.");
        }

        _path.Push(_path.TryPeek(out var outer) ? $"{outer}.{type.Identifier.ValueText}" : type.Identifier.ValueText);
        if (!types.TryGetValue(_path.Peek(), out var names))
        {
            types[_path.Peek()] = names = new SortedSet<string>(StringComparer.Ordinal);
        }

        foreach (var part in type.Members)
        {
            foreach (var name in NamesOf(part))
            {
                if (!names.Add(name) && name is not (ExpectedTypes.Constructor or ExpectedTypes.Conversion))
                {
                    throw GeneratedCode.Refused(_path.Peek(), $"declares {name} twice.");
                }
            }

            if (part is BaseTypeDeclarationSyntax)
            {
                AddType(part);
            }
        }

        _path.Pop();
    }

    private IEnumerable<string> NamesOf(MemberDeclarationSyntax member) =>
        member switch
        {
            // A model may have a member called create.
            MethodDeclarationSyntax { ExplicitInterfaceSpecifier: { } owner } method
                when owner.Name is GenericNameSyntax { Identifier.ValueText: "IModel" } =>
            [
                $"IModel.{method.Identifier.ValueText}",
            ],
            MethodDeclarationSyntax method => [method.Identifier.ValueText],
            PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: { } owner } property
                when owner.Name is GenericNameSyntax { Identifier.ValueText: "IPage" } =>
            [
                $"IPage.{property.Identifier.ValueText}",
            ],
            PropertyDeclarationSyntax property => [property.Identifier.ValueText],
            FieldDeclarationSyntax field => field.Declaration.Variables.Select(name => name.Identifier.ValueText),
            ConstructorDeclarationSyntax { Modifiers: var words } when !words.Any(SyntaxKind.StaticKeyword) =>
            [
                ExpectedTypes.Constructor,
            ],
            ConversionOperatorDeclarationSyntax => [ExpectedTypes.Conversion],
            BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
            _ => throw GeneratedCode.Refused(_path.Peek(), $"declares {member.Kind()}."),
        };
}
