using System.Reflection;
using System.Text.RegularExpressions;
using Pinterest.OpenApi.Spec.Generation;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation;

/// <summary>
/// The keywords x-csharp-* are a language of our own: each word of it is declared, and each is read by somebody.
/// </summary>
public sealed partial class KeywordsTests
{
    private static readonly Dictionary<string, string> Declared = typeof(Keywords)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(field => (string)field.GetRawConstantValue()!, field => field.Name);

    [Fact]
    public void Decisions_and_templates_use_only_declared_keywords() =>
        Assert.Empty(
            Directory
                .EnumerateFiles(Repository.Layout.Templates, "*.liquid")
                .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Layout.OpenApi, "overlays"), "*.json"))
                .Append(Repository.Layout.Overlay)
                .Append(Repository.Layout.Names)
                .Append(Repository.Layout.Summaries)
                .SelectMany(file => KeywordsIn(file).Select(keyword => $"{Path.GetFileName(file)}: {keyword}"))
                .Where(use => !Declared.ContainsKey(use.Split(": ")[1]))
                .Distinct()
        );

    [Fact]
    public void Sources_name_keywords_through_their_constants() =>
        Assert.Empty(
            Sources()
                .Where(file => Path.GetFileName(file) != "Keywords.cs" && KeywordsIn(file).Any(Declared.ContainsKey))
        );

    // A pass that writes a keyword assigns to it; whatever else it does with one is reading.
    [Fact]
    public void Each_declared_keyword_is_read_by_a_pass_or_a_template()
    {
        var templates = Directory
            .EnumerateFiles(Repository.Layout.Templates, "*.liquid")
            .SelectMany(KeywordsIn)
            .ToHashSet(StringComparer.Ordinal);
        var sources = string.Concat(Sources().Select(File.ReadAllText));

        Assert.Empty(
            Declared.Where(keyword =>
                !templates.Contains(keyword.Key)
                && !Regex.IsMatch(sources, $@"\[Keywords\.{keyword.Value}\](?!\s*=[^=])", RegexOptions.CultureInvariant)
            )
        );
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "build", "Spec", "Generation"),
            "*.cs",
            SearchOption.AllDirectories
        );

    private static IEnumerable<string> KeywordsIn(string file) =>
        Keyword().Matches(File.ReadAllText(file)).Select(match => match.Value);

    [GeneratedRegex("x-csharp-[a-z-]*[a-z]")]
    private static partial Regex Keyword();
}
