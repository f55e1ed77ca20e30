using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Spec.Generation.Proof;

/// <summary>
/// Finds the names that the hand-written half of the client uses and the generated half lacks, so that a description of
/// another API is refused with one error and not with hundreds of the compiler.
/// </summary>
internal static class HandWrittenHalf
{
    private const int MostNamed = 12;

    // How the compiler says that a type or a group is not there: as a type, and as a name in a method.
    private static readonly HashSet<string> MissingType = new(StringComparer.Ordinal) { "CS0103", "CS0246" };

    // How it says so of a member: of a type, and of a value.
    private static readonly HashSet<string> MissingMember = new(StringComparer.Ordinal) { "CS0117", "CS1061" };

    private static readonly string[] TypeSections =
    [
        "models",
        NameRegistry.InlineModels,
        NameRegistry.Options,
        "groups",
    ];

    private static readonly string[] ImplicitUsings =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net.Http",
        "System.Threading",
        "System.Threading.Tasks",
    ];

    /// <summary>Checks that a description gives every generated name that the hand-written code uses.</summary>
    /// <param name="files">The generated files.</param>
    /// <param name="layout">The checkout, with the hand-written half and the lock of the names.</param>
    /// <param name="description">The name of the description, for the error.</param>
    /// <exception cref="SpecException">Names are missing.</exception>
    public static void Check(IReadOnlyDictionary<string, string> files, RepositoryLayout layout, string description)
    {
        var missing = Find(
            files.Values,
            HandWritten(layout),
            DescriptionReader.Parse(BoundedFile.Read(layout.NamesLock), layout.NamesLock)
        );
        if (missing.Count == 0)
        {
            return;
        }

        var named = string.Join(", ", missing.Take(MostNamed));
        var rest = missing.Count > MostNamed ? $" and {missing.Count - MostNamed} more" : "";
        var count = missing.Count == 1 ? "1 generated name" : $"{missing.Count} generated names";
        throw new SpecException(
            description,
            $"The hand-written half of the client in src/Extensions uses {count} that this description does not have: "
                + $"{named}{rest}.",
            "Pass a description of Pinterest's API that has them. A client of another API cannot be built with "
                + "this half."
        );
    }

    /// <summary>Lists the known names that the hand-written code uses and nothing declares, in order.</summary>
    /// <param name="generated">The generated code.</param>
    /// <param name="handWritten">The hand-written code.</param>
    /// <param name="names">The names that the generated half of the pinned release has, by section.</param>
    internal static IReadOnlyList<string> Find(
        IEnumerable<string> generated,
        IEnumerable<string> handWritten,
        JObject names
    )
    {
        var types = Known(names, TypeSections.Contains);
        var members = Known(names, _ => true);
        var parse = new CSharpParseOptions(LanguageVersion.Latest);
        var own = handWritten.Select(text => CSharpSyntaxTree.ParseText(text, parse)).ToList();
        var usings = string.Concat(ImplicitUsings.Select(name => $"global using global::{name};"));
        var compilation = CSharpCompilation.Create(
            "Pinterest.OpenApi",
            [.. generated.Append(usings).Select(text => CSharpSyntaxTree.ParseText(text, parse)), .. own],
            Assemblies().Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );

        // Packages that this program does not have are unknown here too, so only the names of the client count.
        return
        [
            .. own.SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics())
                .Select(found => (found.Id, Name: NameAt(found.Location)))
                .Where(found =>
                    (MissingType.Contains(found.Id) && types.Contains(found.Name))
                    || (MissingMember.Contains(found.Id) && members.Contains(found.Name))
                )
                .Select(found => found.Name)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string NameAt(Location location) =>
        location.SourceTree!.GetRoot().FindToken(location.SourceSpan.Start).ValueText;

    private static IEnumerable<string> HandWritten(RepositoryLayout layout) =>
        Directory
            .EnumerateFiles(Path.Combine(layout.Root, "src", "Extensions"), "*.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText);

    private static IEnumerable<string> Assemblies() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Pinterest.", StringComparison.Ordinal));

    private static HashSet<string> Known(JObject names, Func<string, bool> isSection)
    {
        var known = names
            .Properties()
            .Where(section => isSection(section.Name))
            .SelectMany(section => ((JObject)section.Value).PropertyValues())
            .Select(name => name.Text())
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return [.. known, .. known.SelectMany(name => new[] { name + "Async", name + "Client", $"I{name}Client" })];
    }
}
