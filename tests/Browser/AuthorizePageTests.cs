using System.Net;
using System.Web;
using Microsoft.Playwright;
using Pinterest.OpenApi.Sandbox;

namespace Pinterest.OpenApi.Browser;

/// <summary>A user signs in with a real browser: the page is opened, the button pressed, the code exchanged.</summary>
public sealed class AuthorizePageTests : BrowserTest
{
    private readonly HttpClient _http = new();
    private PinterestSandbox _sandbox = null!;

    public override async Task InitializeAsync()
    {
        _sandbox = await PinterestSandbox.StartAsync();
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _sandbox.DisposeAsync();
        _http.Dispose();
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(360, 640)]
    public async Task Allow_brings_a_code_that_becomes_tokens(int width, int height)
    {
        using var listener = new ReturnListener();
        var oauth = OAuth();
        var state = PinterestOAuth.CreateState();
        var page = await Browser.NewPageAsync(
            new BrowserNewPageOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
            }
        );

        await page.GotoAsync(
            oauth.GetAuthorizationUri(listener.Address, ["boards:read", "user_accounts:read"], state).ToString()
        );
        Assert.Equal(["boards:read", "user_accounts:read"], await page.Locator("li").AllInnerTextsAsync());
        Assert.True(
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Allow" }).IsVisibleAsync()
        );
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
        var returned = listener.ReceiveAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Allow" }).ClickAsync();

        var answer = await returned;
        Assert.Equal(state, answer["state"]);
        var token = await oauth.ExchangeCodeAsync(answer["code"]!, listener.Address);
        var pinterest = new PinterestClient(
            _http,
            new PinterestClientOptions
            {
                BaseAddress = _sandbox.BaseAddress,
                Credential = new StaticTokenCredential(token),
            }
        );
        Assert.Equal("sandbox_user", (await pinterest.UserAccount.GetAsync()).Username);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task The_pages_of_the_sandbox_have_no_barrier(int width, ColorScheme scheme)
    {
        var page = await Browser.NewPageAsync(
            new BrowserNewPageOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 800 },
                ColorScheme = scheme,
            }
        );
        var signIn = OAuth().GetAuthorizationUri(new Uri("http://127.0.0.1:1/back/"), ["boards:read"], "s");
        var home = new Uri(_sandbox.AuthorizeAddress, "/");
        foreach (var address in new[] { signIn, home, _sandbox.AuthorizeAddress })
        {
            await page.GotoAsync(address.ToString());
            Assert.Empty(await Axe.FindAsync(page));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
        }
    }

    [Fact]
    public async Task Deny_brings_no_code()
    {
        using var listener = new ReturnListener();
        var page = await Browser.NewPageAsync();
        await page.GotoAsync(OAuth().GetAuthorizationUri(listener.Address, ["boards:read"], "s").ToString());
        var returned = listener.ReceiveAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Deny" }).ClickAsync();

        var answer = await returned;
        Assert.Equal(("access_denied", null, "s"), (answer["error"], answer["code"], answer["state"]));
    }

    private PinterestOAuth OAuth() =>
        new(
            _http,
            new PinterestApp(_sandbox.AppId, _sandbox.AppSecret),
            new PinterestOAuthOptions
            {
                BaseAddress = _sandbox.BaseAddress,
                AuthorizeAddress = _sandbox.AuthorizeAddress,
            }
        );

    /// <summary>The app's page to which the user returns.</summary>
    private sealed class ReturnListener : IDisposable
    {
        private readonly HttpListener _listener = new();

        public ReturnListener()
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/back/");
            probe.Stop();
            _listener.Prefixes.Add(Address.ToString());
            _listener.Start();
        }

        public Uri Address { get; }

        public async Task<System.Collections.Specialized.NameValueCollection> ReceiveAsync()
        {
            var context = await _listener.GetContextAsync();
            context.Response.Close("Done."u8.ToArray(), willBlock: false);
            return HttpUtility.ParseQueryString(context.Request.Url!.Query);
        }

        public void Dispose() => ((IDisposable)_listener).Dispose();
    }
}
