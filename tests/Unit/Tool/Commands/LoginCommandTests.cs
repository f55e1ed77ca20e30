using System.Globalization;
using System.Net;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Tool;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

public sealed class LoginCommandTests : IDisposable
{
    private const string Variable = "PINTEREST_OPENAPI_TEST_SECRET";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_user_who_allows_has_tokens_in_the_store_and_nowhere_else()
    {
        await using var sandbox = await PinterestSandbox.StartAsync(new SandboxOptions { AutoApprove = true });
        var (code, output, errors) = await RunAsync(
            sandbox,
            async (http, address) =>
            {
                // A return of somebody else's is turned away.
                using var foreign = await http.GetAsync(new Uri(Redirect(address), "?code=stolen&state=other"));
                Assert.Equal(HttpStatusCode.BadRequest, foreign.StatusCode);
                using var done = await http.GetAsync(address);
                Assert.Equal("Signed in. You can close this page.", await done.Content.ReadAsStringAsync());
            }
        );

        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("Signed in. The tokens of 'me' are in ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("pina_", output, StringComparison.Ordinal);
        Assert.DoesNotContain("pinr_", output, StringComparison.Ordinal);
        Assert.DoesNotContain(sandbox.AppSecret, output, StringComparison.Ordinal);
        var stored = await new FileTokenStore(_folder).ReadAsync("me", default);
        using var client = new HttpClient();
        var pinterest = new PinterestClient(
            client,
            new PinterestClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                Credential = new StaticTokenCredential(stored!),
            }
        );
        Assert.Equal("sandbox_user", (await pinterest.UserAccount.GetAsync()).Username);
    }

    [Fact]
    public async Task A_user_who_denies_leaves_nothing()
    {
        await using var sandbox = await PinterestSandbox.StartAsync();
        var (code, _, errors) = await RunAsync(
            sandbox,
            async (http, address) =>
            {
                var state = System.Web.HttpUtility.ParseQueryString(address.Query)["state"];
                using var denied = await http.GetAsync(
                    new Uri(Redirect(address), $"?error=access_denied&state={state}")
                );
            }
        );
        Assert.Equal(1, code);
        Assert.Contains("did not allow", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task A_code_that_is_refused_is_no_success_in_the_browser()
    {
        await using var sandbox = await PinterestSandbox.StartAsync();
        var (code, _, errors) = await RunAsync(
            sandbox,
            async (http, address) =>
            {
                var state = System.Web.HttpUtility.ParseQueryString(address.Query)["state"];
                var page = await http.GetStringAsync(new Uri(Redirect(address), $"?code=unknown&state={state}"));
                Assert.Contains("Nothing was stored", page, StringComparison.Ordinal);
            }
        );
        Assert.Equal(3, code);
        Assert.NotEmpty(errors);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Theory]
    [InlineData("https://localhost:8085/")]
    [InlineData("http://example.com:8085/")]
    [InlineData("http://localhost@example.com/")]
    [InlineData("http://localhost:8085/?a=b")]
    [InlineData("localhost")]
    public async Task A_return_to_elsewhere_is_misuse(string redirect)
    {
        await using var sandbox = await PinterestSandbox.StartAsync();
        var (code, _, errors) = await RunAsync(sandbox, (_, _) => Task.CompletedTask, "--redirect", redirect);
        Assert.Equal(2, code);
        Assert.Contains("is no http address on loopback", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/v5")]
    public async Task A_sandbox_sets_both_addresses(string path)
    {
        await using var sandbox = await PinterestSandbox.StartAsync(new SandboxOptions { AutoApprove = true });
        var (code, output, errors) = await RunAtAsync(
            sandbox,
            async (http, address) =>
            {
                Assert.StartsWith(sandbox.AuthorizeAddress.ToString(), address.ToString(), StringComparison.Ordinal);
                using var done = await http.GetAsync(address);
            },
            ["--sandbox", new Uri(sandbox.BaseAddress, path).ToString()]
        );
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("Signed in.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sandbox_beside_an_address_of_its_own_is_misuse()
    {
        await using var sandbox = await PinterestSandbox.StartAsync();
        var (code, _, errors) = await RunAsync(
            sandbox,
            (_, _) => Task.CompletedTask,
            "--sandbox",
            sandbox.BaseAddress.ToString()
        );
        Assert.Equal(2, code);
        Assert.Contains("--sandbox sets --base-address and --authorize-address", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_secret_is_misuse()
    {
        var (code, _, errors) = await ToolRun.Of(
            "login",
            "--app-id",
            "1",
            "--store",
            _folder,
            "--app-secret-env",
            "PINTEREST_OPENAPI_TEST_NOTHING"
        );
        Assert.Equal(2, code);
        Assert.Contains("PINTEREST_OPENAPI_TEST_NOTHING is empty", errors, StringComparison.Ordinal);
    }

    private static Uri Redirect(Uri address) =>
        new(System.Web.HttpUtility.ParseQueryString(address.Query)["redirect_uri"]!);

    private async Task<(int Code, string Output, string Errors)> RunAsync(
        PinterestSandbox sandbox,
        Func<HttpClient, Uri, Task> browse,
        params string[] more
    ) =>
        await RunAtAsync(
            sandbox,
            browse,
            [
                "--base-address",
                sandbox.BaseAddress.ToString(),
                "--authorize-address",
                sandbox.AuthorizeAddress.ToString(),
                .. more,
            ]
        );

    private async Task<(int Code, string Output, string Errors)> RunAtAsync(
        PinterestSandbox sandbox,
        Func<HttpClient, Uri, Task> browse,
        string[] addresses
    )
    {
        Environment.SetEnvironmentVariable(Variable, sandbox.AppSecret);
        var (output, errors) = (new AddressWriter(), new StringWriter());
        var run = ToolApplication.RunAsync(
            [
                "login",
                "--app-id",
                sandbox.AppId,
                "--app-secret-env",
                Variable,
                "--store",
                _folder,
                "--port",
                FreePort.Find().ToString(CultureInfo.InvariantCulture),
                .. addresses,
            ],
            output,
            errors
        );
        using var http = new HttpClient();

        // A command that ends before it has printed the address says why.
        if (await Task.WhenAny(output.Address, run) == run)
        {
            return (await run, output.ToString(), errors.ToString());
        }

        await browse(http, await output.Address);
        return (await run, output.ToString(), errors.ToString());
    }

    /// <summary>Tells the address as soon as it is printed.</summary>
    private sealed class AddressWriter : StringWriter
    {
        private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Uri> Address => _address.Task;

        public override Task FlushAsync(CancellationToken cancellationToken)
        {
            if (
                ToString().Split('\n').FirstOrDefault(line => line.StartsWith("http", StringComparison.Ordinal)) is
                { } line
            )
            {
                _address.TrySetResult(new Uri(line.Trim()));
            }

            return Task.CompletedTask;
        }
    }
}
