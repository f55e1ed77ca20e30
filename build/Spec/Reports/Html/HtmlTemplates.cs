using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Fluid;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>
/// The one way to make HTML. Every value of a page is escaped, because Fluid gets an encoder here and gets none
/// anywhere else. Example: the title &lt;b&gt; stands in the page as &amp;lt;b&amp;gt;.
/// </summary>
internal static partial class HtmlTemplates
{
    private const string Layout = "layout.html";

    // All letters of all languages stay as they are; what has a meaning in HTML is always escaped.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly TemplateOptions Options = CreateOptions();

    // The parsed layout. The options keep the other templates, each parsed once.
    private static readonly IFluidTemplate ParsedLayout = new FluidParser().Parse(TemplateFiles.Read(Layout));

    /// <summary>Makes a page.</summary>
    /// <exception cref="FluidException">A template reads something that its model does not have.</exception>
    public static string Render(Page page)
    {
        var context = new TemplateContext(Options);
        context.SetValue("page", page);
        return EscapeUnsafe(ParsedLayout.Render(context, Encoder).TrimEnd());
    }

    // The encoder keeps what hides in a text, and writes the rest of it as entities, which a browser hides. No entity
    // stands on two lines, so that a search for entities reads a line at a time.
    private static string EscapeUnsafe(string html) =>
        PipelineCommands.Break(
            string.Join('\n', html.Split('\n').Select(line => UnsafeCharacters.Escape(EscapeEntities(line)))),
            "&#35;"
        );

    private static string EscapeEntities(string line) =>
        Entity()
            .Replace(
                line,
                match => UnsafeCharacters.Escape(((char)Convert.ToInt32(match.Groups["code"].Value, 16)).ToString())
            );

    // A control character that the encoder wrote; line feeds stay, since lists are written with them.
    [GeneratedRegex(
        "&#x(?!A;)(?<code>[01]?[0-9A-F]|7F|[89][0-9A-F]|202[89]);",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Entity();

    private static TemplateOptions CreateOptions()
    {
        var options = new TemplateOptions
        {
            FileProvider = new TemplateFiles(),
            StrictVariables = true,
            StrictFilters = true,
        };
        options.MemberAccessStrategy.MemberNameStrategy = MemberNameStrategies.SnakeCase;

        // A template reads these and no other types, so that a model can never give away more than it was made for.
        foreach (var model in Models)
        {
            options.MemberAccessStrategy.Register(model);
        }

        return options;
    }

    private static Type[] Models =>
        [
            typeof(AuthorizationPage),
            typeof(BrokenContractsPart),
            typeof(BrokenInteractionPart),
            typeof(CellPart),
            typeof(ChartBarPart),
            typeof(ChartLinePart),
            typeof(ChartPart),
            typeof(ChartTickPart),
            typeof(CheckPage),
            typeof(ChoicePart),
            typeof(ClientGroupPart),
            typeof(ClientPart),
            typeof(ClientTypePart),
            typeof(ContractsPage),
            typeof(DiffPage),
            typeof(DiffPart),
            typeof(EndpointGroupPart),
            typeof(EndpointPart),
            typeof(EndpointsPage),
            typeof(ExcerptLinePart),
            typeof(ExcerptPart),
            typeof(FactPart),
            typeof(FindingPart),
            typeof(FlagRowPart),
            typeof(FlagsPage),
            typeof(FlagTablePart),
            typeof(NarrowBarPart),
            typeof(NarrowChartPart),
            typeof(ReleaseChangePart),
            typeof(ReleasePart),
            typeof(ReleasesPage),
            typeof(SandboxPage),
            typeof(SandboxRequestPart),
            typeof(SignInProblemPage),
            typeof(VerdictPart),
            typeof(VerificationPart),
            typeof(VerifiedInteractionPart),
        ];
}
