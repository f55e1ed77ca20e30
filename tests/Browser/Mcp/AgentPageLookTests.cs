using Microsoft.Playwright;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Browser.Mcp;

/// <summary>
/// The page is used by the keyboard alone, read in the dark and on a phone. Pictures of it are left in
/// artifacts/screenshots.
/// </summary>
public sealed class AgentPageLookTests : AgentPageTest
{
    // The least ratio of a text to its ground by WCAG 2.2, level AA.
    private const double LeastContrast = 4.5;

    private const string Contrast = """
        () => {
            const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
            const rgb = (color, under) => {
                canvas.fillStyle = under; canvas.fillRect(0, 0, 1, 1);
                canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
                return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
            };
            const light = (color) => color.map(c => c / 255)
                .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
            const ground = (element) => {
                const under = element.parentElement ? ground(element.parentElement) : 'rgb(255,255,255)';
                return `rgb(${rgb(getComputedStyle(element).backgroundColor, under).join()})`;
            };
            const texts = [...document.querySelectorAll('body *')].filter(element =>
                element.checkVisibility() && !element.closest('svg') && !element.disabled
                && [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
            return texts.map(element => {
                const under = ground(element);
                const both = [light(rgb(getComputedStyle(element).color, under)), light(rgb(under, under))].sort((a, b) => b - a);
                return { ratio: (both[0] + 0.05) / (both[1] + 0.05), text: element.textContent.trim().slice(0, 40) };
            }).sort((a, b) => a.ratio - b.ratio).slice(0, 1).map(worst => `${worst.ratio.toFixed(2)} ${worst.text}`)[0];
        }
        """;

    private protected override Task<PageServer> StartAsync() =>
        PageServer.StartAsync(
            [
                Grant(
                    PageServer.Agent,
                    (Area.Status, AreaAccess.Read),
                    (Area.Boards, AreaAccess.Read),
                    (Area.Pins, AreaAccess.Full)
                ),
                Grant("weekly-report", (Area.Status, AreaAccess.Read), (Area.Analytics, AreaAccess.Read)) with
                {
                    Account = "shop",
                    Limits = new GrantLimits { LinkHosts = ["*.example.com"] },
                },
            ],
            PageHistory.WriteAsync
        );

    [Theory]
    [InlineData(1280, 900, ColorScheme.Light)]
    [InlineData(1280, 900, ColorScheme.Dark)]
    [InlineData(390, 844, ColorScheme.Light)]
    [InlineData(390, 844, ColorScheme.Dark)]
    public async Task The_page_fits_its_screen_and_can_be_read(int width, int height, ColorScheme scheme)
    {
        await AskAsync();
        var page = await SignInAsync(width, height, scheme);
        await page.Locator(".approval img").EvaluateAsync("image => image.decode()");
        await FitsAsync(page);
        await page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = Path.Combine(Screenshots, $"mcp-page-{width}-{scheme.ToString().ToLowerInvariant()}.png"),
                Clip = new Clip { Width = width, Height = width > 1000 ? 1400 : 1250 },
                FullPage = true,
            }
        );
        foreach (var summary in await page.Locator("summary").AllAsync())
        {
            await summary.ClickAsync();
        }

        await FitsAsync(page);
        var worst = await page.EvaluateAsync<string>(Contrast);
        var ratio = double.Parse(worst.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(ratio >= LeastContrast, worst);
        Assert.Empty(await Axe.FindAsync(page));
        Assert.Equal(
            scheme == ColorScheme.Dark,
            await page.EvaluateAsync<bool>(
                "parseInt(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]) < 60"
            )
        );
        Assert.True(await page.Locator("svg rect").CountAsync() > 30);
        Assert.Empty(Complaints);
    }

    [Theory]
    [InlineData(1280, 900)]
    [InlineData(390, 844)]
    public async Task The_keyboard_is_enough(int width, int height)
    {
        await AskAsync();
        var page = await OpenAsync(width, height);
        await page.Keyboard.TypeAsync(Server.Key);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("What waits for you").First.WaitForAsync();

        await TabToAsync(page, "element => element.textContent === 'Approve'");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText($"Approved: {PageServer.Agent} may make this call once").WaitForAsync();
        Assert.Null(await AskAsync());

        await TabToAsync(page, "element => element.name === 'pins'");
        await page.Keyboard.PressAsync("ArrowLeft");
        await TabToAsync(page, "element => element.textContent === 'Save'");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("pins read (was status read, boards read, pins full)").First.WaitForAsync();
        Assert.Equal(AreaAccess.Read, Server.Grants.Find(PageServer.Agent)!.Areas[Area.Pins]);
        Assert.Empty(Complaints);
    }

    // Whatever has the focus on the way is seen to have it.
    private static async Task TabToAsync(IPage page, string isIt)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            var outlined = await page.EvaluateAsync<bool>(
                """
                () => [document.activeElement, document.activeElement.closest('.choice')]
                    .some(element => element && getComputedStyle(element).outlineStyle !== 'none')
                """
            );
            Assert.True(outlined, await page.EvaluateAsync<string>("document.activeElement.outerHTML"));
            if (await page.EvaluateAsync<bool>($"({isIt})(document.activeElement)"))
            {
                return;
            }
        }

        Assert.Fail($"Tab never comes to {isIt}.");
    }
}
