using System.Diagnostics;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Tool.Commands;

public sealed class SandboxCommandTests
{
    [Fact]
    public async Task It_says_where_it_is_serves_and_stops()
    {
        using var process = ToolProcess.Start("sandbox", "--auto-approve", "--format", "json");
        var ready = JObject.Parse((await process.Process.StandardOutput.ReadLineAsync())!);
        Assert.Equal(
            ["baseAddress", "authorizeAddress", "appId", "appSecret", "accessToken"],
            ready.Properties().Select(member => member.Name)
        );
        Assert.EndsWith("/v5", (string?)ready["baseAddress"], StringComparison.Ordinal);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)ready["accessToken"]!);

        Assert.Equal(
            3,
            ((JArray)JObject.Parse(await http.GetStringAsync($"{ready["baseAddress"]}/boards"))["items"]!).Count
        );
        using var approved = await http.GetAsync(
            $"{ready["authorizeAddress"]}?client_id={ready["appId"]}&redirect_uri=http://localhost/back"
                + "&response_type=code&scope=ads:read&state=s"
        );
        Assert.Equal(302, (int)approved.StatusCode);
        Assert.StartsWith(
            "http://localhost/back?code=",
            approved.Headers.Location!.ToString(),
            StringComparison.Ordinal
        );
        using var admin = await http.PostAsync(
            new Uri(new Uri((string)ready["baseAddress"]!), "/_sandbox/reset"),
            null
        );
        Assert.Equal(404, (int)admin.StatusCode);

        foreach (var signal in OperatingSystem.IsWindows() ? Array.Empty<string>() : ["-TERM"])
        {
            using var kill = Process.Start(
                "kill",
                [signal, process.Process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]
            );
            await process.Process.WaitForExitAsync();
            Assert.Equal(
                (0, "Stopped."),
                (process.Process.ExitCode, (await process.Process.StandardError.ReadToEndAsync()).Trim())
            );
        }
    }

    [Fact]
    public async Task It_ends_with_its_input_when_it_is_told_to()
    {
        using var process = ToolProcess.Start("sandbox", "--empty", "--end-with-input");
        Assert.StartsWith("Ready", await process.Process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);
        Assert.False(process.Process.HasExited);

        process.Process.StandardInput.Close();
        await process.Process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(0, process.Process.ExitCode);
    }

    [Fact]
    public async Task It_answers_a_verifier_whose_credentials_are_examples()
    {
        using var process = ToolProcess.Start("sandbox", "--serve-contracts", "--admin", "--empty", "--format", "json");
        var ready = JObject.Parse((await process.Process.StandardOutput.ReadLineAsync())!);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "an-example");

        using var state = await http.PostAsync(
            new Uri(new Uri((string)ready["baseAddress"]!), "/_pact/provider-states"),
            new StringContent("""{"state":"a board exists","params":{"board_id":"7"}}""")
        );

        Assert.Equal(200, (int)state.StatusCode);
        Assert.Equal("7", (string?)JObject.Parse(await http.GetStringAsync($"{ready["baseAddress"]}/boards/7"))["id"]);
    }

    [Fact]
    public async Task An_address_off_loopback_is_a_warning_and_the_base_address_serves()
    {
        using var process = ToolProcess.Start("sandbox", "--host", "0.0.0.0", "--admin", "--format", "json");
        var ready = JObject.Parse((await process.Process.StandardOutput.ReadLineAsync())!);
        var warning = await process.Process.StandardError.ReadLineAsync();

        Assert.StartsWith("Warning: the sandbox listens on 0.0.0.0.", warning, StringComparison.Ordinal);
        Assert.Contains("admin paths", warning, StringComparison.Ordinal);
        Assert.StartsWith("http://127.0.0.1:", (string?)ready["baseAddress"], StringComparison.Ordinal);
        using var http = new HttpClient();
        var health = new Uri(new Uri((string)ready["baseAddress"]!), "/health");
        Assert.Contains("ok", await http.GetStringAsync(health), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_another_machine_is_the_surroundings_fault()
    {
        var (code, output, errors) = await ToolRun.Of("sandbox", "--host", "203.0.113.1");
        Assert.Equal((3, ""), (code, output));
        Assert.Contains("cannot listen on 203.0.113.1", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_port_twice_is_the_surroundings_fault()
    {
        await using var first = await Pinterest.OpenApi.Sandbox.PinterestSandbox.StartAsync();
        var (code, output, errors) = await ToolRun.Of(
            "sandbox",
            "--port",
            first.BaseAddress.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.Equal((3, ""), (code, output));
        Assert.Contains("is taken or not allowed", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--host", "example.com")]
    [InlineData("--host", "*")]
    [InlineData("--host", "")]
    [InlineData("--port", "70000")]
    [InlineData("--port", "x")]
    [InlineData("--access", "gold")]
    [InlineData("--fault-rate", "2")]
    [InlineData("--fault-rate", "NaN")]
    [InlineData("--state", "/")]
    [InlineData("--redirect", "::")]
    [InlineData("--redirect", "javascript:alert(1)")]
    [InlineData("--description", "")]
    [InlineData("--description", "/")]
    [InlineData("--description", "no-such-file.json")]
    [InlineData("--unknown")]
    public async Task A_wrong_argument_is_misuse(params string[] arguments)
    {
        var (code, output, errors) = await ToolRun.Of(["sandbox", .. arguments]);
        Assert.Equal((2, ""), (code, output));
        Assert.NotEmpty(errors);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }
}
