using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Commands;
using Pinterest.OpenApi.Mcp.Hosting;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Commands;

/// <summary>A person makes and ends the key to the page.</summary>
public sealed class PageCommandTests : IDisposable
{
    private readonly StoredLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task A_new_key_is_printed_once_logged_without_it_and_ends_the_old_one()
    {
        var (_, old) = await RunAsync("page", "key");
        var (code, key) = await RunAsync("page", "key");
        var keys = PageKey.Beside(_log.Path);
        var entries = await _log.Log.QueryAsync(new AuditFilter(), default);

        Assert.Equal(ExitCodes.Good, code);
        Assert.Null(keys.Accept(old));
        Assert.NotNull(keys.Accept(key));
        Assert.All(entries, entry => Assert.Equal("A person made a new key for the page.", entry.Sentence));
        Assert.Equal(2, entries.Count);
        Assert.DoesNotContain(key, await File.ReadAllTextAsync(keys.FileName), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_no_key_of_an_agent_nor_is_an_agent_s_key_one_of_the_page()
    {
        var (_, person) = await RunAsync("page", "key");
        var (_, agent) = await RunAsync("agents", "key", Calls.Agent);

        Assert.Null(AgentKeys.Beside(_log.Path).Find(person));
        Assert.Null(PageKey.Beside(_log.Path).Accept(agent));
        Assert.Equal(Calls.Agent, AgentKeys.Beside(_log.Path).Find(agent));
    }

    [Fact]
    public async Task A_revoked_key_ends_and_the_output_says_whether_there_was_one()
    {
        var (_, key) = await RunAsync("page", "key");

        Assert.Equal("The key of the page has ended.", (await RunAsync("page", "key", "--revoke")).Output);
        Assert.Equal("There was no key of the page.", (await RunAsync("page", "key", "--revoke")).Output);
        Assert.Null(PageKey.Beside(_log.Path).Accept(key));
        Assert.False(PageKey.Beside(_log.Path).Exists);
    }

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await McpApplication.RunAsync([.. arguments, "--store", _log.Path], output, errors);
        Assert.Empty(errors.ToString());
        return (code, output.ToString().Trim());
    }
}
