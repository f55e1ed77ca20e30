using System.CommandLine;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Commands;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Unit.Mcp.Support;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Commands;

public sealed class AgentsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeAuditLog _log = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    private string File => Path.Combine(_folder.Path, "grants.json");

    [Fact]
    public async Task An_agent_that_is_added_sees_its_status_and_does_nothing_else()
    {
        await RunAsync("add", "blog-helper");
        var grant = new GrantStore(File).Find("blog-helper")!;
        Assert.Equal(new Dictionary<Area, AreaAccess> { [Area.Status] = AreaAccess.Read }, grant.Areas);
        Assert.Equal("me", grant.Account);
    }

    [Fact]
    public async Task Every_option_of_a_grant_is_kept()
    {
        await RunAsync("add", "a", "--account", "shop");
        await RunAllAsync(
            ["grant", "a", "--area", "pins=full", "--area", "boards=read", "--allow", "operation:product_tags/list"],
            [
                "--deny",
                "pinterest_delete_*",
                "--ask",
                "pinterest_create_pin",
                "--board",
                "12",
                "--link-host",
                "*.example.com",
            ],
            [
                "--folder",
                _folder.Path,
                "--creations-per-day",
                "5",
                "--ends",
                "2027-01-31T18:00:00Z",
                "--secret",
                "true",
            ],
            ["--confirm-by", "client", "--money", "1"]
        );
        var grant = new GrantStore(File).Find("a")!;
        Assert.Equal("shop", grant.Account);
        Assert.Equal(AreaAccess.Full, grant.Areas[Area.Pins]);
        Assert.Equal(["operation:product_tags/list"], grant.Allow);
        Assert.Equal(["pinterest_delete_*"], grant.Deny);
        Assert.Equal(["default", "pinterest_create_pin"], grant.Ask);
        Assert.Equal(["12"], grant.Limits.Boards);
        Assert.Equal(["*.example.com"], grant.Limits.LinkHosts);
        Assert.Equal(_folder.Path, grant.Limits.Folder);
        Assert.Equal(5, grant.Limits.CreationsPerDay);
        Assert.Equal(ConfirmBy.Client, grant.ConfirmBy);
        Assert.True(grant.Secret);

        await RunAsync(
            "grant",
            "a",
            "--remove-ask",
            "pinterest_create_pin",
            "--board",
            "all",
            "--folder",
            "none",
            "--ends",
            "never"
        );
        grant = new GrantStore(File).Find("a")!;
        Assert.Null(grant.Ask);
        Assert.Null(grant.Limits.Boards);
        Assert.Null(grant.Limits.Folder);
        Assert.Null(grant.Ends);
        Assert.Equal(5, grant.Limits.CreationsPerDay);
    }

    [Fact]
    public async Task A_rule_of_ask_adds_to_what_is_asked_and_less_is_said_aloud()
    {
        await RunAsync("add", "a", "--ask", "pinterest_list_pins");
        Assert.Equal(["default", "pinterest_list_pins"], new GrantStore(File).Find("a")!.Ask);
        Assert.DoesNotContain("Nobody is asked", _errors.ToString(), StringComparison.Ordinal);

        await RunAsync("grant", "a", "--remove-ask", "default");
        Assert.Equal(["pinterest_list_pins"], new GrantStore(File).Find("a")!.Ask);
        Assert.Contains(
            "Nobody is asked any more before a does what others see",
            _errors.ToString(),
            StringComparison.Ordinal
        );

        await RunAsync("grant", "a", "--ask", "default");
        Assert.Equal(["pinterest_list_pins", "default"], new GrantStore(File).Find("a")!.Ask);
    }

    [Fact]
    public async Task Every_change_is_logged_in_words()
    {
        await RunAsync("add", "a");
        await RunAsync("grant", "a", "--area", "pins=full");
        await RunAsync("revoke", "a", "--area", "pins");
        await RunAsync("revoke", "a", "--all");
        Assert.All(_log.Entries, entry => Assert.Equal(AuditStage.Change, entry.Stage));
        Assert.Equal(
            ["agents add", "agents grant", "agents revoke", "agents revoke"],
            _log.Entries.Select(one => one.Tool)
        );
        Assert.Equal(
            "The account's owner changed what a may do: areas: status read, pins full (was status read).",
            _log.Entries[1].Sentence
        );
        Assert.Equal("The account's owner changed what a may do: everything revoked.", _log.Entries[3].Sentence);
        Assert.Empty(new GrantStore(File).Read().Agents);
    }

    [Fact]
    public async Task A_change_that_cannot_be_logged_is_not_made()
    {
        await RunAsync("add", "a");
        _log.Fails = _ => true;
        await Assert.ThrowsAsync<AuditStoreException>(() => RunAsync("grant", "a", "--area", "pins=full"));
        Assert.False(new GrantStore(File).Find("a")!.Areas.ContainsKey(Area.Pins));
    }

    [Theory]
    [InlineData("grant", "nobody", "--area", "pins=full")]
    [InlineData("revoke", "nobody", "--all")]
    [InlineData("show", "nobody")]
    [InlineData("add", "a")]
    [InlineData("grant", "a", "--area", "pin=full")]
    [InlineData("grant", "a", "--area", "pins=write")]
    [InlineData("grant", "a", "--area", "pins")]
    [InlineData("grant", "a", "--allow", "operation:no/such")]
    [InlineData("grant", "a", "--allow", "Not A Rule")]
    [InlineData("grant", "a", "--board", "../1")]
    [InlineData("grant", "a", "--link-host", "https://example.com")]
    [InlineData("grant", "a", "--creations-per-day", "1000000000")]
    [InlineData("grant", "a", "--ends", "soon")]
    [InlineData("grant", "a", "--confirm-by", "agent")]
    public async Task What_is_wrong_changes_nothing(params string[] arguments)
    {
        await RunAsync("add", "a");
        var before = await System.IO.File.ReadAllTextAsync(File);
        await Assert.ThrowsAsync<CommandException>(() => RunAsync(arguments));
        Assert.Equal(before, await System.IO.File.ReadAllTextAsync(File));
    }

    [Theory]
    [InlineData("revoke", "a")]
    [InlineData("revoke", "a", "--all", "--area", "pins")]
    [InlineData("revoke", "a", "--area", "pin")]
    [InlineData("add", "bad name")]
    [InlineData("list", "--format", "xml")]
    public void What_cannot_be_understood_is_an_error_of_the_arguments(params string[] arguments) =>
        Assert.NotEmpty(Command().Parse([.. arguments, "--grants", File]).Errors);

    [Fact]
    public async Task A_damaged_file_is_named_with_its_line()
    {
        await System.IO.File.WriteAllTextAsync(File, "{\n\"agent\": {}}");
        var error = await Assert.ThrowsAsync<CommandException>(() => RunAsync("list"));
        Assert.Contains(File, error.Message, StringComparison.Ordinal);
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Misuse, error.Code);
    }

    [Fact]
    public async Task Comments_are_lost_and_said()
    {
        await System.IO.File.WriteAllTextAsync(File, "// Mine\n{\"agents\": {}}");
        await RunAsync("add", "a");
        Assert.Contains("comments", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_and_a_grant_are_shown_as_text_and_as_JSON()
    {
        await RunAsync("add", "blog-helper", "--area", "pins=full");
        _output.GetStringBuilder().Clear();
        await RunAsync("list");
        await RunAsync("show", "blog-helper");
        Assert.StartsWith(
            "blog-helper  account me; ends never; status read, pins full\nblog-helper\n  account       me\n",
            _output.ToString(),
            StringComparison.Ordinal
        );
        _output.GetStringBuilder().Clear();
        await RunAsync("show", "blog-helper", "--format", "json");
        Assert.Equal(await System.IO.File.ReadAllTextAsync(File), _output.ToString());
    }

    [Fact]
    public async Task The_schema_is_printed()
    {
        await Command().Parse(["schema"]).InvokeAsync();
        Assert.Equal(GrantSchema.Read(), _output.ToString());
    }

    public void Dispose() => _folder.Dispose();

    private Task RunAllAsync(params string[][] parts) => RunAsync([.. parts.SelectMany(part => part)]);

    private async Task RunAsync(params string[] arguments)
    {
        var parsed = Command().Parse([.. arguments, "--grants", File]);
        Assert.Empty(parsed.Errors);
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false };
        Assert.Equal(0, await parsed.InvokeAsync(configuration));
    }

    private AgentsCommand Command() => new(_output, _errors, _ => _log);
}
