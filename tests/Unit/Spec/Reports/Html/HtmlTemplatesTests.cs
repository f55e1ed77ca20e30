using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Pinterest.OpenApi.Spec.Reports.Html;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Reports.Html;

/// <summary>
/// Every page is made by one function that escapes, and no text of a description becomes markup in any template.
/// </summary>
public sealed partial class HtmlTemplatesTests
{
    private const string Hostile =
        "javascript:alert(0)\"'><script>alert(1)</script><img src=x onerror=alert(2)>' onmouseover='alert(3){{ page }}&lt;";

    private const string RenderingFile = "build/Spec/Reports/Html/HtmlTemplates.cs";

    private static readonly string Templates = Path.Combine(Repository.Root, "build", "Spec", "Reports", "Html");

    public static TheoryData<string> Pages => [.. PageTypes.Select(type => type.Name)];

    private static IEnumerable<Type> PageTypes =>
        typeof(Page).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Page)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Hostile_text_in_every_place_of_a_page_stays_text(string name)
    {
        var html = HtmlTemplates.Render((Page)Filled(PageTypes.Single(type => type.Name == name)));

        Assert.DoesNotContain("alert(1)</script>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Contains("{{ page }}&amp;lt;", html, StringComparison.Ordinal);
        foreach (Match place in HostileText().Matches(html))
        {
            Assert.StartsWith("javascript:alert(0)&quot;&#x27;&gt;&lt;", place.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_template_belongs_to_a_page_that_is_tested()
    {
        var included = Directory
            .EnumerateFiles(Templates, "*.liquid")
            .SelectMany(file => Include().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value));
        var pages = PageTypes.Select(type => ((Page)Filled(type)).Template);

        Assert.Equal(
            TemplateNames().Order(StringComparer.Ordinal),
            included.Concat(pages).Append("layout.html").Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void No_template_turns_escaping_off_or_puts_a_value_where_escaping_does_not_help()
    {
        foreach (var file in Directory.EnumerateFiles(Templates, "*.liquid"))
        {
            var text = File.ReadAllText(file);
            Assert.False(Raw().IsMatch(text), $"{file}: 'raw' turns the escaping off.");
            Assert.False(UnquotedAttribute().IsMatch(text), $"{file}: an attribute needs quotes around its value.");
            Assert.False(Link().IsMatch(text), $"{file}: a link to a value could be a script.");
        }
    }

    [Fact]
    public void No_other_file_calls_Fluid_or_writes_a_page_by_itself()
    {
        foreach (var file in Sources().Where(file => file != RenderingFile && !IsOfAgentPage(file)))
        {
            var text = File.ReadAllText(Path.Combine(Repository.Root, file));
            Assert.False(Fluid().IsMatch(text), $"{file}: only {RenderingFile} calls Fluid.");
            Assert.False(
                Markup().IsMatch(ConstantPage().Replace(text, "")),
                $"{file}: write a template, and render it by HtmlTemplates."
            );
        }
    }

    // The MCP server uses nothing of Spec. Its type Html encodes every text that is put in, and has tests of its own.
    private static bool IsOfAgentPage(string file) => file.StartsWith("build/Mcp/Pages/", StringComparison.Ordinal);

    [Fact]
    public void The_rendering_file_renders_once_and_with_the_encoder()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, RenderingFile));

        var call = Assert.Single(RenderCall().Matches(text));
        Assert.Contains("Encoder", call.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_of_all_languages_stay_readable() =>
        Assert.Contains(
            "<h1>5.22.0 → Größe 日本</h1>",
            HtmlTemplates.Render(new SignInProblemPage { Title = "5.22.0 → Größe 日本", Message = "" }),
            StringComparison.Ordinal
        );

    // Fills every text of a model with the hostile one, every list with one entry, and sets every flag.
    private static PageModel Filled(Type type)
    {
        var model = (PageModel)RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(model, Value(property.PropertyType));
        }

        return model;
    }

    private static object Value(Type type)
    {
        if (type == typeof(string))
        {
            return Hostile;
        }

        if (type.IsSubclassOf(typeof(PageModel)))
        {
            return Filled(type);
        }

        if (type.IsGenericType)
        {
            var list = Array.CreateInstance(type.GenericTypeArguments[0], 1);
            list.SetValue(Value(type.GenericTypeArguments[0]), 0);
            return list;
        }

        return type == typeof(bool) ? true : 7;
    }

    private static IEnumerable<string> TemplateNames() =>
        Directory.EnumerateFiles(Templates, "*.liquid").Select(file => Path.GetFileNameWithoutExtension(file));

    private static IEnumerable<string> Sources() =>
        new[] { "build", "src" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            )
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/bin/", StringComparison.Ordinal)
                && !file.Contains("/node_modules/", StringComparison.Ordinal)
            );

    [GeneratedRegex("javascript:alert\\(0\\).{0,40}", RegexOptions.Singleline)]
    private static partial Regex HostileText();

    [GeneratedRegex("\\{% include '([^']+)' %\\}")]
    private static partial Regex Include();

    [GeneratedRegex("\\|\\s*raw|\\{%-?\\s*raw")]
    private static partial Regex Raw();

    [GeneratedRegex("=\\s*\\{\\{")]
    private static partial Regex UnquotedAttribute();

    // A link that begins with # stays on the page, whatever follows, and one that begins with a folder of ours has no
    // scheme. The page of a rule has its scheme in the template, and an address of ours.
    [GeneratedRegex(
        "(?<![\\w-])(?:href|src|formaction|on\\w+)\\s*=\\s*\"(?!#|"
            + "releases/\\{\\{ row\\.before \\}\\}-\\{\\{ row\\.version \\}\\}\\.html\"|"
            + "https://\\{\\{ fact\\.page \\}\\}\")[^\"]*\\{\\{"
    )]
    private static partial Regex Link();

    [GeneratedRegex("\\busing Fluid\\b|\\bFluid\\.|\\bFluidParser\\b|\\bIFluidTemplate\\b")]
    private static partial Regex Fluid();

    [GeneratedRegex("<!doctype|<html|<body|<table|<svg|<div|<script|<input", RegexOptions.IgnoreCase)]
    private static partial Regex Markup();

    // A page without any value, as a fault of the sandbox answers with.
    [GeneratedRegex("(?<!\\$)\"<!doctype html>[^\"{]*</html>\"")]
    private static partial Regex ConstantPage();

    [GeneratedRegex("\\.Render(?:Async)?\\([^;]*;")]
    private static partial Regex RenderCall();
}
