using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Generation.Proof;

/// <summary>
/// The names that generated code may use: those of the templates, of the types that NSwag is told to use, and those
/// that were given to models, members, values, methods and parameters.
/// </summary>
internal sealed partial class Vocabulary
{
    // Types that NSwag writes without being told.
    private static readonly string[] OfNSwag = ["body", "System", "Guid", "Uri", "DateOnly", "DateTimeOffset"];

    private readonly HashSet<string> _words;

    private Vocabulary(HashSet<string> words) => _words = words;

    /// <summary>Collects the names.</summary>
    /// <param name="layout">Where templates and the configuration of NSwag lie.</param>
    /// <param name="normalised">The description, with the names that were given.</param>
    public static Vocabulary Of(RepositoryLayout layout, NormalisedDescription normalised)
    {
        var texts = Directory
            .EnumerateFiles(layout.Templates, "*.liquid")
            .Select(file => Tag().Replace(File.ReadAllText(file), " "))
            .Append(string.Join(' ', Settings(layout)));
        var words = texts.SelectMany(Identifiers).Concat(OfNSwag).ToHashSet(StringComparer.Ordinal);
        foreach (var type in ExpectedTypes.Of(normalised, []))
        {
            words.Add(type.Key);
            words.UnionWith(type.Value);
        }

        foreach (var operation in OperationNodes.Supported(normalised.Root))
        {
            words.UnionWith(((string)operation.Node[Keywords.Operation]!).Split('.'));
            words.UnionWith(operation.OwnParameters.Select(parameter => (string)parameter[Keywords.ParameterName]!));
        }

        return new Vocabulary(words);
    }

    /// <summary>Tells whether generated code may use a name.</summary>
    public bool Contains(string word) => _words.Contains(word);

    private static IEnumerable<string> Settings(RepositoryLayout layout) =>
        DescriptionReader
            .Parse(File.ReadAllBytes(layout.NSwagConfiguration), layout.NSwagConfiguration)
            .Descendants()
            .OfType<JValue>()
            .Select(value => value.Value)
            .OfType<string>()
            .Where(text => !text.Contains('$', StringComparison.Ordinal));

    private static IEnumerable<string> Identifiers(string text) =>
        SyntaxFactory.ParseTokens(text).Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(NameOf);

    private static string NameOf(SyntaxToken token) => token.ValueText;

    // A tag of the template language: what it prints is checked by itself.
    [GeneratedRegex(@"\{\{[^}]*\}\}|\{%[^%]*%\}", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
