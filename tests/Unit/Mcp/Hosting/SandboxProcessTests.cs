using Microsoft.Extensions.Logging.Abstractions;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>The sandbox that a server starts beside itself.</summary>
public sealed class SandboxProcessTests : IDisposable
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

    private static Task<SandboxProcess> StartAsync(string path) =>
        SandboxProcess.StartAsync(path, NullLogger.Instance, TimeProvider.System, default);

    private void Program(string script)
    {
        var file = Path.Combine(_folder.FullName, SandboxProcess.Program);
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
