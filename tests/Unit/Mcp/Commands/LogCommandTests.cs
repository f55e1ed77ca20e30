using System.CommandLine;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Commands;
using Pinterest.OpenApi.Mcp.Storage;
using Pinterest.OpenApi.Unit.Mcp.Support;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Commands;

/// <summary>A person reads the log, exports it, and checks it.</summary>
public sealed class LogCommandTests : IDisposable
{
    private readonly StoredLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task The_log_reads_as_english_the_newest_last()
    {
        await _log.WriteCallsAsync(2);
        await _log.Log.WriteAsync(StoredLog.Intent("reporter", "open"), default);

        var (code, output) = await RunAsync();

        Assert.Equal(ExitCodes.Good, code);
        Assert.Equal(
            """
            2026-11-26 20:59:01  blog-helper put a Pin on the board "Kitchens".
            2026-11-26 20:59:02  blog-helper put a Pin on the board "Kitchens".
            2026-11-26 20:59:02  reporter asked for a call that would have put a Pin on the board "Kitchens". Outcome unknown: look.

            """,
            output
        );
    }

    [Fact]
    public async Task Filters_and_the_limit_narrow()
    {
        await _log.WriteCallsAsync(3);
        await _log.WriteCallsAsync(1, "reporter");

        Assert.Equal(1, Lines((await RunAsync("--agent", "reporter")).Output));
        Assert.Equal(2, Lines((await RunAsync("--limit", "2")).Output));
        Assert.Equal(4, Lines((await RunAsync("--area", "pins", "--outcome", "done")).Output));
        Assert.Equal("No entry.\n", (await RunAsync("--decision", "denied")).Output);
        Assert.Equal(4, Lines((await RunAsync("--since", "1h")).Output));
        Assert.Equal("No entry.\n", (await RunAsync("--until", "2026-11-26")).Output);
        Assert.Equal("No entry.\n", (await RunAsync("--since", "2026-11-26T21:00Z")).Output);
        Assert.Equal(4, Lines((await RunAsync("--text", "kitchens")).Output));
    }

    [Theory]
    [InlineData("--limit", "0")]
    [InlineData("--limit", "1001")]
    [InlineData("--area", "everything")]
    [InlineData("--decision", "maybe")]
    [InlineData("--since", "yesterday")]
    [InlineData("--since", "9999999d")]
    [InlineData("--format", "xml")]
    public void A_wrong_value_is_refused_with_what_is_right(string option, string value)
    {
        var parsed = Command().Parse([option, value]);

        var error = Assert.Single(parsed.Errors);
        Assert.StartsWith(option, error.Message);
    }

    [Fact]
    public async Task Exports_have_every_entry()
    {
        await _log.WriteCallsAsync(3);
        var file = Path.Combine(_log.Folder, "log.csv");

        Assert.Equal(6, Lines((await RunAsync("--format", "json")).Output));
        Assert.Equal(2, Lines((await RunAsync("--format", "json", "--limit", "2")).Output));
        Assert.Equal("", (await RunAsync("--format", "csv", "--output", file)).Output);
        Assert.Equal(7, Lines(await File.ReadAllTextAsync(file)));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task A_broken_log_gives_exit_code_1_and_the_first_broken_entry()
    {
        await _log.WriteCallsAsync(3);
        var (code, output) = await RunAsync("--verify");
        Assert.Equal(ExitCodes.Good, code);
        Assert.StartsWith("6 entries, all whole.", output);

        _log.Tamper("UPDATE audit SET sentence = 'nothing happened' WHERE number = 4");

        (code, output) = await RunAsync("--verify");
        Assert.Equal(ExitCodes.Found, code);
        Assert.StartsWith("Entry 4 was changed after it was written.\nWhole up to entry 3,", output);
    }

    [Fact]
    public async Task A_log_that_was_removed_is_missed()
    {
        await _log.WriteCallsAsync(1);
        File.Delete(_log.Path);

        var (code, output) = await RunAsync("--verify");

        Assert.Equal(ExitCodes.Found, code);
        Assert.StartsWith("The log was removed", output);
    }

    [Fact]
    public async Task A_head_in_another_place_tells_what_was_cut_off_together_with_the_usual_one()
    {
        using var elsewhere = new TemporaryFolder();
        var head = Path.Combine(elsewhere, "agents.head");
        var server = _log.NewLog(new AuditLogOptions { HeadFile = head });
        await _log.WriteCallsAsync(1);
        await server.WriteAsync(StoredLog.Intent("reporter", "open"), default);
        Assert.Equal(ExitCodes.Good, (await RunAsync("--verify", "--head-file", head)).Code);

        _log.Tamper("DELETE FROM audit WHERE number = 3");
        File.Delete(AgentStore.HeadBeside(_log.Path));

        Assert.DoesNotContain("cut off", (await RunAsync("--verify")).Output, StringComparison.Ordinal);
        var (code, output) = await RunAsync("--verify", "--head-file", head);
        Assert.Equal(ExitCodes.Found, code);
        Assert.Contains("its end was cut off", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_head_that_is_not_there_verifies_nothing()
    {
        await _log.WriteCallsAsync(1);
        var missing = Path.Combine(Path.GetDirectoryName(_log.Path)!, "no.head");

        var error = await Assert.ThrowsAsync<CommandException>(() => RunAsync("--verify", "--head-file", missing));

        Assert.Contains("Nothing was verified", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(Command().Parse(["--verify", "--head-file", Path.Combine(missing, "x", "y")]).Errors);
    }

    [Fact]
    public async Task A_text_that_was_put_into_the_file_by_hand_does_nothing_to_the_terminal()
    {
        await _log.WriteCallsAsync(1);
        _log.Tamper("UPDATE audit SET sentence = 'a' || char(27) || '[2J' || char(10) || 'b'");

        Assert.DoesNotContain('\u001b', (await RunAsync()).Output);
    }

    [Fact]
    public async Task Without_a_log_it_says_so_and_makes_none()
    {
        var error = await Assert.ThrowsAsync<CommandException>(() => RunAsync());

        Assert.Contains("There is no log in", error.Message);
        Assert.False(File.Exists(_log.Path));
    }

    private static int Lines(string text) => text.Count(c => c == '\n');

    private LogCommand Command(TextWriter? output = null) => new(output ?? TextWriter.Null, TextWriter.Null, _log.Time);

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var parsed = Command(output).Parse([.. arguments, "--store", _log.Path]);
        Assert.Empty(parsed.Errors);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        return (code, output.ToString());
    }
}
