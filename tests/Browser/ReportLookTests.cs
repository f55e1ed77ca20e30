using System.Reflection;
using Microsoft.Playwright;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Changelog;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Generation.Naming;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Pacts;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Browser;

/// <summary>
/// Every page of reports on a desktop and on a phone, in the light and in the dark: axe finds no serious barrier, and
/// the page fits. Pictures are left in artifacts/screenshots.
/// </summary>
public sealed class ReportLookTests : BrowserTest
{
    private static readonly DateTimeOffset Made = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly RepositoryLayout Layout = RepositoryLayout.Find(
        typeof(ReportLookTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(fact => fact.Key == "RepositoryRoot")
            .Value!
    );

    private static readonly Lazy<Task<DiffResult>> Diff = new(CompareAsync);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-openapi-look-");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("diff")]
    [InlineData("check")]
    [InlineData("releases")]
    [InlineData("contracts")]
    [InlineData("flags")]
    [InlineData("operations")]
    public async Task A_page_has_no_barrier_and_fits_its_screen(string kind)
    {
        var file = await WriteAsync(kind, await PrintAsync(kind));
        foreach (var (width, height) in new[] { (1280, 900), (390, 844) })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await LookAsync(kind, file, new ViewportSize { Width = width, Height = height }, scheme);
            }
        }
    }

    [Fact]
    public async Task A_page_is_read_without_its_script()
    {
        await using var context = await Browser.NewContextAsync(
            new BrowserNewContextOptions { JavaScriptEnabled = false }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(await WriteAsync("diff", await PrintAsync("diff")));

        Assert.StartsWith(
            "Breaking: ",
            await page.Locator(".verdict").First.InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.False(await page.Locator("#filters").IsVisibleAsync());
        var finding = page.Locator("#findings > details.breaking").First;
        await finding.Locator("summary").ClickAsync();
        Assert.True(await finding.Locator("pre").First.IsVisibleAsync());
    }

    [Fact]
    public async Task What_has_the_focus_is_seen_to_have_it()
    {
        var page = await Browser.NewPageAsync();
        await page.GotoAsync(await WriteAsync("diff", await PrintAsync("diff")));
        for (var i = 0; i < 15; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.NotEqual(
                "none",
                await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle")
            );
        }
    }

    private async Task LookAsync(string kind, string file, ViewportSize size, ColorScheme scheme)
    {
        var page = await Browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = size, ColorScheme = scheme });
        await page.GotoAsync(file);
        var pictures = Directory.CreateDirectory(Path.Combine(Layout.Root, "artifacts", "screenshots"));
        var name = $"{kind}-{size.Width}-{scheme.ToString().ToLowerInvariant()}.png";
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(pictures.FullName, name) });

        await page.EvaluateAsync(
            "[...document.querySelectorAll('details')].slice(0, 60).forEach(details => details.open = true)"
        );
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
            $"{name} is wider than the screen."
        );
        Assert.Empty(await Axe.FindAsync(page));
        await page.CloseAsync();
    }

    private async Task<string> WriteAsync(string kind, string html)
    {
        var file = Path.Combine(_folder.FullName, $"{kind}.html");
        await File.WriteAllTextAsync(file, html);
        return new Uri(file).ToString();
    }

    private static async Task<string> PrintAsync(string kind) =>
        kind switch
        {
            "diff" => DiffReports.Print(await Diff.Value, "html"),
            "check" => CheckHtml.Print(Check(await Diff.Value)),
            "releases" => LedgerReports.Print(FlaggedReleases.Read(Layout, default), "html", Made),
            "contracts" => ContractReports.Print(Contracts(), "html"),
            "operations" => Operations(),
            _ => FlagReports.Print(await FlagsAsync(), "html"),
        };

    private static async Task<DiffResult> CompareAsync()
    {
        var request = new DiffRequest("5.22.0", "5.23.0")
        {
            Repository = Layout.Root,
            WithClient = false,
            Pacts = [Layout.Pacts],
        };
        return await DiffRun.RunAsync(request, TimeProvider.System) with { ComparedAt = Made };
    }

    private static string Operations()
    {
        var description = Spec.Documents.PinnedDescription.Read(Layout);
        return new EndpointHtml
        {
            Version = description.Version,
            Operations = OperationCatalogue.Read(description.Root).All,
            SecretScopes = SecretScopes.Of(description.Root).For,
            Calls = new ClientCalls(NameRegistry.FromFile(Layout.NamesLock)).Of,
            Limits = _ => "standard: 100 a minute; trial: 300 a day",
        }.Print();
    }

    private static async Task<FlagComparison> FlagsAsync()
    {
        var set = FlagLedger.Read(Layout)[0];
        var store = new Spec.Pinning.ReleaseStore(Layout.OpenApi);
        var sides = new Sides<string>(set.From, set.To).Select(store.ReadForComparison);
        return await Task.Run(() => FlagComparison.Of(sides, set, default));
    }

    private static CheckReport Check(DiffResult changes) =>
        new CheckReport
        {
            Version = "5.23.0",
            Operations = 231,
            Generated = 231,
            Schemas = 727,
            Problems = ["The client is out of date."],
            Notes = ["The candidate has a new name."],
            Changes = changes,
            CandidateChanges = changes,
            CheckedAt = Made,
        }.With(Contracts());

    private static ContractResult Contracts()
    {
        var failed = new InteractionOutcome
        {
            Consumer = "shop",
            Provider = "Pinterest",
            File = "pacts/shop.json",
            Description = "a board is read",
            Outcome = ContractOutcome.Failed,
            Problems = [new("response.status", "200", "404", "The status differs.")],
        };
        var passed = failed with { Description = "a pin is read", Outcome = ContractOutcome.Passed, Problems = [] };
        var skipped = passed with { Outcome = ContractOutcome.Skipped, Reason = "Its state is unknown." };
        return new ContractResult("5.23.0", [failed, passed, skipped], []) { VerifiedAt = Made };
    }
}
