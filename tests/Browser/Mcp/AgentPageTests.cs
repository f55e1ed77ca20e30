using Microsoft.Playwright;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Browser.Mcp;

/// <summary>A person signs in, grants and approves in a real browser, and the agent goes on.</summary>
public sealed class AgentPageTests : AgentPageTest
{
    private const string Hostile =
        "</dd><script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover=alert(3) x='";

    [Theory]
    [InlineData(1280, 900)]
    [InlineData(390, 844)]
    public async Task A_person_grants_and_approves_and_the_agent_goes_on(int width, int height)
    {
        await Server.Grants.UpdateAsync(grants => grants.With(Grant(PageServer.Agent, (Area.Boards, AreaAccess.Read))));
        Assert.Equal("Denied", await AskAsync());
        var page = await SignInAsync(width, height);
        await FitsAsync(page);

        var pins = page.GetByRole(AriaRole.Radiogroup, new() { Name = $"pins of {PageServer.Agent}" });
        await pins.GetByRole(AriaRole.Radio, new() { Name = "full" }).CheckAsync();
        await Button(page, $"Save {PageServer.Agent}").ClickAsync();
        await page.GetByText("areas: boards read, pins full (was boards read)").First.WaitForAsync();
        Assert.Equal("ApprovalNeeded", await AskAsync());

        await page.GetByText("Another call waits for you.").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show" }).ClickAsync();
        var card = page.Locator(".approval");
        Assert.Equal("\"Kitchens\"", await card.Locator("dt:text-is('Board') + dd").InnerTextAsync());
        Assert.Equal("An oak table", await card.Locator("dt:text-is('Title') + dd").InnerTextAsync());
        Assert.Equal("shop.example.com", await card.Locator("dd strong").InnerTextAsync());
        Assert.Equal(
            400,
            await card.Locator("img").EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)")
        );
        await FitsAsync(page);

        await Button(page, "Approve").ClickAsync();
        await page.GetByText($"Approved: {PageServer.Agent} may make this call once").WaitForAsync();
        Assert.Null(await AskAsync());
        Assert.Equal("ApprovalNeeded", await AskAsync());
        await FitsAsync(page);
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task What_was_decided_on_the_terminal_is_told_on_the_page()
    {
        await AskAsync();
        var page = await SignInAsync();
        var card = page.Locator(".approval");
        var id = (await card.GetAttributeAsync("data-id"))!;
        Server.Terminal("deny", id);

        await page.GetByText("It was decided elsewhere, or its time is over.").WaitForAsync();
        Assert.True(await Button(page, "Approve").IsDisabledAsync());
        await page.EvaluateAsync(
            "document.querySelectorAll('.approval button').forEach(button => button.disabled = false)"
        );
        await Button(page, "Approve").ClickAsync();
        await page.GetByText($"Approval {id} is denied already (by command). Nothing was changed.").WaitForAsync();
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task Nothing_of_an_agent_runs_on_the_page()
    {
        Assert.Equal(
            "ApprovalNeeded",
            await Server.PublishAsync(Hostile, ("description", Hostile), ("image_url", $"https://{PictureHost}/a.png"))
        );
        var page = await SignInAsync();
        await page.Locator(".approval").HoverAsync();
        var texts = await page.Locator(".approval").InnerTextAsync();

        Assert.Contains("onerror=alert(2)", texts, StringComparison.Ordinal);
        Assert.Equal(1, await page.Locator(".approval img").CountAsync());
        Assert.Equal(0, await page.Locator(".approval script").CountAsync());
        Assert.Equal(
            400,
            await page.Locator(".approval img")
                .EvaluateAsync<int>("image => image.decode().then(() => image.naturalWidth)")
        );
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task A_script_that_came_in_all_the_same_would_not_run()
    {
        var page = await SignInAsync();
        await page.EvaluateAsync(
            """
            () => {
                const script = document.createElement('img');
                try {
                    script.setAttribute('onerror', 'document.title = "run"');
                } catch {
                    // A newer browser refuses the text itself.
                }

                script.src = './no-picture';
                document.body.append(script);
            }
            """
        );
        await Assertions.Expect(page.Locator("img")).ToHaveJSPropertyAsync("complete", true);

        Assert.NotEqual("run", await page.TitleAsync());
        Assert.Contains(Complaints, complaint => complaint.Contains("TrustedScript", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_script_everything_works()
    {
        await AskAsync();
        var page = await SignInAsync(withScript: false);
        await Button(page, "Approve").ClickAsync();
        await page.GetByText($"Approved: {PageServer.Agent} may make this call once").WaitForAsync();
        Assert.Null(await AskAsync());

        await page.GetByLabel("Text").FillAsync("oak");
        await Button(page, "Search").ClickAsync();
        await page.GetByText("No entry.").WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All" }).ClickAsync();
        await Button(page, "Check the whole log").ClickAsync();
        await page.GetByText("The log is whole:").WaitForAsync();
        await Button(page, "Sign out").ClickAsync();
        await page.GetByLabel("Your key").WaitForAsync();
        Assert.Empty(Complaints);
    }

    [Fact]
    public async Task A_key_of_an_agent_opens_nothing()
    {
        var page = await OpenAsync();
        await page.GetByLabel("Your key").FillAsync("pmcp_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        await page.Keyboard.PressAsync("Enter");

        await page.GetByText("The key of an agent does not open it.").WaitForAsync();
        Assert.Equal(0, await page.Locator(".agents").CountAsync());
    }

    private static ILocator Button(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name });
}
