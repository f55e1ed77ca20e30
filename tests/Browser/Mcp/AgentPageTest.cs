using System.Reflection;
using Microsoft.Playwright;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Browser.Mcp;

/// <summary>Tests of the person's page, in a real browser against the server as a process of its own.</summary>
public abstract class AgentPageTest : BrowserTest
{
    /// <summary>The host of a picture by address. No request leaves the machine: the test answers in its place.</summary>
    protected const string PictureHost = "cdn.example.com";

    private readonly List<string> _complaints = [];

    /// <summary>Gets what the page said to the console, asked the user, or asked of a foreign host.</summary>
    protected IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Gets the server.</summary>
    private protected PageServer Server { get; private set; } = null!;

    /// <summary>Gets a picture, as PNG.</summary>
    protected byte[] Picture { get; private set; } = null!;

    /// <summary>Gets the folder for pictures of pages.</summary>
    protected static string Screenshots { get; } =
        Directory
            .CreateDirectory(
                Path.Combine(
                    typeof(AgentPageTest)
                        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                        .First(fact => fact.Key == "RepositoryRoot")
                        .Value!,
                    "artifacts",
                    "screenshots"
                )
            )
            .FullName;

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Picture = await DrawAsync();
        Server = await StartAsync();
    }

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>Starts the server.</summary>
    private protected virtual Task<PageServer> StartAsync() =>
        PageServer.StartAsync([Grant(PageServer.Agent, (Area.Boards, AreaAccess.Read), (Area.Pins, AreaAccess.Full))]);

    /// <summary>Makes a grant.</summary>
    protected static AgentGrant Grant(string agent, params (Area Area, AreaAccess Access)[] areas) =>
        new() { Agent = agent, Areas = areas.ToDictionary(one => one.Area, one => one.Access) };

    /// <summary>Lets the agent ask to publish a Pin with a picture of its own.</summary>
    protected Task<string?> AskAsync(string title = "An oak table") =>
        Server.PublishAsync(
            title,
            ("description", "Oak, oiled, two metres. Made in a small workshop by the sea."),
            ("alt_text", "A long table of light oak"),
            ("link", "https://shop.example.com/tables/oak?from=pinterest"),
            ("image_base64", Convert.ToBase64String(Picture))
        );

    /// <summary>Opens a page.</summary>
    protected async Task<IPage> OpenAsync(
        int width = 1280,
        int height = 900,
        ColorScheme scheme = ColorScheme.Light,
        bool withScript = true
    )
    {
        var context = await Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
                ColorScheme = scheme,
                JavaScriptEnabled = withScript,
            }
        );
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        page.Console += (_, message) => _complaints.Add($"console: {message.Text}");
        page.PageError += (_, error) => _complaints.Add($"error: {error}");
        page.Dialog += async (_, dialog) =>
        {
            _complaints.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        await page.RouteAsync("**/*", AnswerAsync);
        await page.GotoAsync(Server.Page.ToString());
        return page;
    }

    /// <summary>Opens a page, and signs in.</summary>
    protected async Task<IPage> SignInAsync(
        int width = 1280,
        int height = 900,
        ColorScheme scheme = ColorScheme.Light,
        bool withScript = true
    )
    {
        var page = await OpenAsync(width, height, scheme, withScript);
        await page.GetByLabel("Your key").FillAsync(Server.Key);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "What waits for you" }).WaitForAsync();

        // The text can be there before the style sheet is, and without it the page is wide and has other colours.
        await page.WaitForLoadStateAsync(LoadState.Load);
        return page;
    }

    /// <summary>Makes sure that the page is no wider than the screen.</summary>
    protected static async Task FitsAsync(IPage page)
    {
        // As in SignInAsync, after a link or a button.
        await page.WaitForLoadStateAsync(LoadState.Load);
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
            "The page is wider than the screen."
        );
    }

    private async Task AnswerAsync(IRoute route)
    {
        var address = new Uri(route.Request.Url);
        if (address.Authority == Server.Page.Authority)
        {
            await route.ContinueAsync();
        }
        else if (address.Host == PictureHost)
        {
            Assert.False(route.Request.Headers.ContainsKey("referer"));
            await route.FulfillAsync(new RouteFulfillOptions { BodyBytes = Picture, ContentType = "image/png" });
        }
        else
        {
            _complaints.Add($"request: {route.Request.Url}");
            await route.AbortAsync();
        }
    }

    private async Task<byte[]> DrawAsync()
    {
        var page = await Browser.NewPageAsync(
            new BrowserNewPageOptions
            {
                ViewportSize = new ViewportSize { Width = 400, Height = 400 },
            }
        );
        await page.SetContentAsync(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" style="position:fixed;inset:0">
            <rect width="400" height="400" fill="#dfe7ea"/><rect y="290" width="400" height="110" fill="#b9a58c"/>
            <rect x="50" y="190" width="300" height="22" rx="4" fill="#c98f4d"/>
            <path d="M75 212l-14 130M325 212l14 130" stroke="#a8733a" stroke-width="14"/>
            <circle cx="200" cy="165" r="26" fill="#5d8a66"/></svg>
            """
        );
        var picture = await page.ScreenshotAsync();
        await page.CloseAsync();
        return picture;
    }
}
