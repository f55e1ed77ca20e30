using System.Reflection;
using System.Text;
using Microsoft.Playwright;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Pinning;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Browser;

/// <summary>
/// The pages of reports in a real browser without a network, on a desktop and on a phone. Pictures of them are left in
/// artifacts/screenshots.
/// </summary>
public sealed class ReportPageTests : BrowserTest
{
    private const string Hostile =
        "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover=alert(3) x='";
    private static readonly RepositoryLayout Layout = RepositoryLayout.Find(
        typeof(ReportPageTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(a => a.Key == "RepositoryRoot")
            .Value!
    );

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-openapi-pages-");
    private readonly List<string> _complaints = [];

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Findings_are_filtered_by_severity_group_operation_and_text()
    {
        var result = await CompareAsync("5.17.0", "5.18.0");
        var page = await OpenAsync(DiffReports.Print(result, "html"));
        var shown = page.Locator("#findings > details:visible");

        Assert.Equal(result.Findings.Count, await shown.CountAsync());
        await page.Locator("#severity").SelectOptionAsync("breaking");
        Assert.Equal(result.Count(Severity.Breaking), await shown.CountAsync());
        Assert.Equal(
            $"{result.Count(Severity.Breaking)} of {result.Findings.Count}",
            await page.Locator("#count").InnerTextAsync()
        );

        await page.Locator("#group").SelectOptionAsync("labels");
        Assert.Equal(
            result.Findings.Count(finding =>
                finding.Severity is Severity.Breaking && finding.Groups.Contains("labels")
            ),
            await shown.CountAsync()
        );
        await page.Locator("#severity").SelectOptionAsync("");
        await page.Locator("#group").SelectOptionAsync("");
        await page.Locator("#operation").SelectOptionAsync("POST /pins");
        Assert.Equal(
            result.Findings.Count(finding => finding.Operations.Contains("POST /pins")),
            await shown.CountAsync()
        );
        await page.Locator("#operation").SelectOptionAsync("");

        await page.GetByLabel("Text").FillAsync("PIN.IS_REMOVABLE");
        Assert.Equal(1, await shown.CountAsync());
        await shown.First.ClickAsync();
        Assert.True(await page.GetByText("#/components/schemas/Pin/properties/is_removable").IsVisibleAsync());
        await page.GetByLabel("Text").FillAsync("no such place");
        Assert.True(await page.GetByText("Nothing matches.").IsVisibleAsync());
        Assert.Empty(_complaints);
    }

    [Theory]
    [InlineData("diff", 1280, 900)]
    [InlineData("diff", 360, 740)]
    [InlineData("releases", 1280, 900)]
    [InlineData("releases", 360, 740)]
    public async Task A_page_fits_its_screen(string kind, int width, int height)
    {
        var html =
            kind == "diff"
                ? DiffReports.Print(await CompareAsync("5.22.0", "5.23.0", withClient: true), "html")
                : LedgerReports.Print(ReleaseLedger.Read(Layout), "html");
        var page = await OpenAsync(html, width, height);
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
            "The page is wider than the screen."
        );
        if (kind == "releases")
        {
            Assert.True(await page.Locator("svg rect").CountAsync() > 20);
        }

        var pictures = Directory.CreateDirectory(Path.Combine(Layout.Root, "artifacts", "screenshots"));
        await page.ScreenshotAsync(
            new PageScreenshotOptions { Path = Path.Combine(pictures.FullName, $"{kind}-{width}.png") }
        );
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task What_a_hostile_description_says_is_shown_and_never_run()
    {
        var result = DescriptionDiff.Compare(Say("one"), Say("two", Hostile));
        var page = await OpenAsync(DiffReports.Print(result, "html"));
        await page.Locator("summary").First.ClickAsync();
        await page.Locator("summary").First.HoverAsync();
        await page.Locator("#operation").SelectOptionAsync(new SelectOptionValue { Index = 1 });

        Assert.Contains("onerror=alert(2)", await page.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("img").CountAsync());
        Assert.Empty(_complaints);
    }

    internal static async Task<DiffResult> CompareAsync(string before, string after, bool withClient = false) =>
        await DiffRun.RunAsync(
            new DiffRequest(before, after) { Repository = Layout.Root, WithClient = withClient },
            TimeProvider.System
        );

    private static Description Say(params string[] values) =>
        DescriptionReader.ReadForComparison(
            Encoding.UTF8.GetBytes(
                Newtonsoft.Json.JsonConvert.SerializeObject(
                    new
                    {
                        openapi = "3.0.3",
                        info = new { title = Hostile, version = Hostile },
                        paths = new Dictionary<string, object>
                        {
                            ["/" + Hostile] = new
                            {
                                get = new
                                {
                                    tags = new[] { Hostile },
                                    responses = new Dictionary<string, object>
                                    {
                                        ["200"] = new
                                        {
                                            content = new Dictionary<string, object>
                                            {
                                                ["application/json"] = new
                                                {
                                                    schema = new Dictionary<string, object>
                                                    {
                                                        ["type"] = "string",
                                                        ["enum"] = values,
                                                    },
                                                },
                                            },
                                        },
                                    },
                                },
                            },
                        },
                    }
                )
            ),
            "hostile.json"
        );

    // Whatever a page says to the console, asks the user or asks the network for is a complaint.
    private async Task<IPage> OpenAsync(string html, int width = 1280, int height = 900)
    {
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html);
        var page = await Browser.NewPageAsync(
            new BrowserNewPageOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
            }
        );
        page.Console += (_, message) => _complaints.Add($"console: {message.Text}");
        page.PageError += (_, error) => _complaints.Add($"error: {error}");
        page.Dialog += async (_, dialog) =>
        {
            _complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("file:", StringComparison.Ordinal))
            {
                _complaints.Add($"request: {request.Url}");
            }
        };
        await page.GotoAsync(new Uri(file).ToString());
        return page;
    }
}
