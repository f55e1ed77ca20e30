using System.Diagnostics;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.Playwright;
using Pinterest.OpenApi.Sandbox;

namespace Pinterest.OpenApi.Browser;

/// <summary>
/// The tool signs a user in as a person would have it: its own process, a real browser, a press of a button.
/// </summary>
public sealed class LoginTests : BrowserTest
{
    private readonly DirectoryInfo _store = Directory.CreateTempSubdirectory("pinterest-openapi-login-");
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
        _store.Delete(recursive: true);
    }

    [Fact]
    public async Task A_user_who_presses_Allow_is_signed_in_and_no_token_is_printed()
    {
        using var tool = Start();
        var errors = tool.StandardError.ReadToEndAsync();
        Assert.Equal("Open this address in a browser:", await tool.StandardOutput.ReadLineAsync());
        var address = await tool.StandardOutput.ReadLineAsync();
        var rest = tool.StandardOutput.ReadToEndAsync();

        var page = await Browser.NewPageAsync();
        await page.GotoAsync(address!);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Allow" }).ClickAsync();
        Assert.Equal("Signed in. You can close this page.", await page.InnerTextAsync("body"));

        await tool.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        var said = address + await rest + await errors;
        Assert.Equal(0, tool.ExitCode);
        Assert.Contains("Signed in. The tokens of 'me' are in ", said, StringComparison.Ordinal);
        Assert.DoesNotMatch("pin[ar]_|" + _sandbox.AppSecret, said);
        var stored = await new FileTokenStore(_store.FullName).ReadAsync("me", default);
        var pinterest = new PinterestClient(
            new PinterestClientOptions
            {
                BaseAddress = _sandbox.BaseAddress,
                Credential = new StaticTokenCredential(stored!),
            }
        );
        Assert.Equal("sandbox_user", (await pinterest.UserAccount.GetAsync()).Username);
    }

    private Process Start()
    {
        var facts = typeof(LoginTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .ToDictionary(fact => fact.Key, fact => fact.Value!);
        var start = new ProcessStartInfo(
            "dotnet",
            [
                facts["Tool"],
                "login",
                "--app-id",
                _sandbox.AppId,
                "--store",
                _store.FullName,
                "--port",
                FreePort(),
                "--base-address",
                _sandbox.BaseAddress.ToString(),
                "--authorize-address",
                _sandbox.AuthorizeAddress.ToString(),
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PINTEREST_APP_SECRET"] = _sandbox.AppSecret;
        return Process.Start(start)!;
    }

    private static string FreePort()
    {
        using var probe = new TcpListener(System.Net.IPAddress.Loopback, 0);
        probe.Start();
        return ((System.Net.IPEndPoint)probe.LocalEndpoint).Port.ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
    }
}
