using Microsoft.Playwright;
using Pinterest.OpenApi.Spec.Checking;
using Pinterest.OpenApi.Spec.Diff;
using Pinterest.OpenApi.Spec.Reports;

namespace Pinterest.OpenApi.Browser;

/// <summary>An address leads to a finding and keeps the filters, and a finding is copied by a button.</summary>
public sealed class ReportLinkTests : BrowserTest
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-openapi-links-");
    private DiffResult _result = null!;
    private string _address = null!;
    private IPage _page = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _result = await ReportPageTests.CompareAsync("5.17.0", "5.18.0");
        var file = Path.Combine(_folder.FullName, "diff.html");
        await File.WriteAllTextAsync(file, DiffReports.Print(_result, "html"));
        _address = new Uri(file).ToString();
        var context = await Browser.NewContextAsync(
            new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] }
        );
        _page = await context.NewPageAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_address_of_a_finding_opens_it()
    {
        var finding = _result.Findings[^1];
        await _page.GotoAsync($"{_address}#{finding.Fingerprint}");

        var details = _page.Locator($"[id='{finding.Fingerprint}']");
        Assert.Equal(finding.Message, await details.Locator(".message").InnerTextAsync());
        Assert.True(await details.Locator("dl").IsVisibleAsync());
        Assert.Equal(1, await _page.Locator("#findings > details[open]").CountAsync());
    }

    [Fact]
    public async Task Filters_stay_in_the_address()
    {
        await _page.GotoAsync(_address);
        await _page.Locator("#severity").SelectOptionAsync("breaking");
        await _page.GetByLabel("Text").FillAsync("Pin");
        var shown = await _page.Locator("#count").InnerTextAsync();
        Assert.EndsWith("?severity=breaking&text=Pin", _page.Url, StringComparison.Ordinal);

        await _page.ReloadAsync();
        Assert.Equal(shown, await _page.Locator("#count").InnerTextAsync());
        Assert.Equal("breaking", await _page.Locator("#severity").InputValueAsync());

        await _page.GotoAsync($"{_address}?severity=no-such-word");
        Assert.Equal(_result.Findings.Count, await _page.Locator("#findings > details:visible").CountAsync());
    }

    [Fact]
    public async Task Buttons_copy_a_finding_and_its_address()
    {
        await _page.GotoAsync(_address);
        var finding = _page.Locator("#findings > details").First;
        await finding.Locator("summary").ClickAsync();
        await finding.GetByRole(AriaRole.Button, new() { Name = "Copy link" }).ClickAsync();
        await finding.GetByText("Copied").WaitForAsync();
        Assert.Equal(
            $"{_address}#{_result.Findings[0].Fingerprint}",
            await _page.EvaluateAsync<string>("navigator.clipboard.readText()")
        );

        await finding.GetByRole(AriaRole.Button, new() { Name = "Copy text" }).ClickAsync();
        await _page.WaitForFunctionAsync("async () => (await navigator.clipboard.readText()).includes('Rule')");
        Assert.Contains(
            _result.Findings[0].Message,
            await _page.EvaluateAsync<string>("navigator.clipboard.readText()"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Everything_is_opened_and_closed_at_once()
    {
        await _page.GotoAsync(_address);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Expand all" }).ClickAsync();
        Assert.Equal(0, await _page.Locator("details:not([open])").CountAsync());
        await _page.GetByRole(AriaRole.Button, new() { Name = "Collapse all" }).ClickAsync();
        Assert.Equal(0, await _page.Locator("details[open]").CountAsync());
    }
}
