using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Pinterest.OpenApi.Mcp.Hosting;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>The sandbox that a server starts beside itself.</summary>
public sealed partial class SandboxProcessTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pinterest-mcp-sandbox-");

    [Fact]
    public async Task It_is_used_as_it_says_itself_and_ends_with_the_server()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var ended = Path.Combine(_folder.FullName, "pid");
        Program(
            $$"""
            echo $$ > {{ended}}
            echo "Fetching something."
            echo '{"baseAddress":"http://127.0.0.1:5080/v5/","accessToken":"made-up"}'
            exec /bin/sleep 600
            """
        );

        var sandbox = await StartAsync(_folder.FullName);
        Assert.Equal(new SandboxAddress(new Uri("http://127.0.0.1:5080/v5/"), "made-up"), sandbox.Address);
        var process = int.Parse(await File.ReadAllTextAsync(ended), System.Globalization.CultureInfo.InvariantCulture);
        await sandbox.DisposeAsync();

        Assert.Throws<ArgumentException>(() => System.Diagnostics.Process.GetProcessById(process));
    }

    [Fact]
    public async Task It_ends_with_a_server_that_is_killed()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var built = new BuiltServer();
        using var server = built.StartWithSandbox("serve", "--sandbox");
        var address = await AddressAsync(server.StandardError);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using (var alive = await http.GetAsync(new Uri(address, "/health")))
        {
            Assert.True(alive.IsSuccessStatusCode);
        }

        // Only the server, as 'kill -9' does it.
        server.Kill(entireProcessTree: false);

        await WaitUntilGoneAsync(http, address).WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_sandbox_that_is_not_installed_is_named_with_the_command_that_installs_it()
    {
        var error = await Assert.ThrowsAsync<SandboxMissingException>(() => StartAsync(_folder.FullName));

        Assert.Contains("dotnet tool install --global Pinterest.OpenApi.Tool", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("echo '{\"baseAddress\":\"https://evil.example/\",\"accessToken\":\"x\"}'")]
    public async Task A_sandbox_that_does_not_start_is_an_error_with_a_way_out(string script)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Program(script);
        var error = await Assert.ThrowsAsync<SandboxMissingException>(() => StartAsync(_folder.FullName));

        Assert.Contains("ended before it was ready", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080", "http://127.0.0.1:5080/v5/")]
    [InlineData("http://localhost:5080/v5/", "http://localhost:5080/v5/")]
    [InlineData("https://127.0.0.1:5080", null)]
    [InlineData("http://api.example:5080", null)]
    [InlineData("http://a:b@127.0.0.1:5080", null)]
    [InlineData("127.0.0.1:5080", null)]
    public void A_running_one_is_given_by_an_address_on_this_machine(string text, string? expected) =>
        Assert.Equal(expected, SandboxAddress.Read(text, null)?.BaseAddress.ToString());

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<Uri> AddressAsync(StreamReader errors)
    {
        while (await errors.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(1)) is { } line)
        {
            if (Address().Match(line) is { Success: true } found)
            {
                return new Uri(found.Groups[1].Value);
            }
        }

        throw new InvalidOperationException("The server did not say where its sandbox is.");
    }

    private static async Task WaitUntilGoneAsync(HttpClient http, Uri address)
    {
        while (true)
        {
            try
            {
                using var alive = await http.GetAsync(new Uri(address, "/health"));
                await Task.Delay(100);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    [GeneratedRegex("sandbox (http://[0-9.:]+)/")]
    private static partial Regex Address();

    private static Task<SandboxProcess> StartAsync(string path) =>
        SandboxProcess.StartAsync(path, NullLogger.Instance, TimeProvider.System, default);

    private void Program(string script)
    {
        var file = Path.Combine(_folder.FullName, SandboxProcess.Program);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
