using System.Text.RegularExpressions;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Pages;

/// <summary>The person sees what each agent may do, and changes it area by area.</summary>
public sealed partial class PageAgentsTests : IAsyncLifetime
{
    private PageWorld _world = null!;
    private PageClient _client = null!;

    public async Task InitializeAsync()
    {
        _world = await PageWorld.StartAsync();
        _client = await _world.SignInAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Each_agent_has_a_row_with_a_choice_for_each_area()
    {
        await _world.Grants.UpdateAsync(grants => grants.With(new AgentGrant { Agent = "other", Account = "shop" }));
        var page = await _client.PageAsync();
        var text = await _client.TextAsync();

        Assert.Equal(2 * GrantWords.Areas.Count, Regex.Count(page, "role=\"radiogroup\""));
        Assert.Equal(2 * GrantWords.Areas.Count, Regex.Count(page, " checked>"));
        Assert.Contains("""name="boards" value="read" checked>""", page, StringComparison.Ordinal);
        Assert.Contains("account shop", text, StringComparison.Ordinal);
        Assert.Contains("links to*.example.com", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_logged_and_works_at_the_next_call()
    {
        var call = Calls.CreatePin();
        var before = Calls.Decide(_world.Grants.Find(Calls.Agent), call);
        var said = await ChangeAsync("pins", "full");
        var after = Calls.Decide(_world.Grants.Find(Calls.Agent), call);
        var entry = Assert.Single(await _world.Stored.Log.QueryAsync(new AuditFilter(), default));

        Assert.Equal(Verdict.Denied, before.Verdict);
        Assert.NotEqual("area", after.Rule);
        Assert.NotEqual(Verdict.Denied, after.Verdict);
        Assert.Contains("blog-helper: areas: boards read, pins full (was boards read)", said, StringComparison.Ordinal);
        Assert.Equal(("page agents", AuditStage.Change, Calls.Agent), (entry.Tool, entry.Stage, entry.Agent));
        Assert.Contains("pins full (was boards read)", entry.Sentence, StringComparison.Ordinal);
        Assert.Equal(["*.example.com"], _world.Grants.Find(Calls.Agent)!.Limits.LinkHosts);
    }

    [Fact]
    public async Task A_right_is_taken_away()
    {
        await ChangeAsync("boards", "off");

        Assert.Equal(Verdict.Denied, Calls.Decide(_world.Grants.Find(Calls.Agent), Calls.Read()).Verdict);
    }

    [Fact]
    public async Task A_change_of_somebody_else_is_not_undone()
    {
        var fields = await FieldsAsync("pins", "full");
        await _world.Grants.UpdateAsync(grants =>
            grants.With(grants.Agents[Calls.Agent] with { Areas = new Dictionary<Area, AreaAccess>() })
        );

        var said = await _client.SendAsync("agents", fields);

        Assert.Contains("somebody else changed its grant meanwhile", said, StringComparison.Ordinal);
        Assert.Empty(_world.Grants.Find(Calls.Agent)!.Areas);
    }

    [Fact]
    public async Task An_agent_that_was_revoked_meanwhile_does_not_come_back()
    {
        var fields = await FieldsAsync("pins", "full");
        await _world.Grants.UpdateAsync(grants => grants.Without(Calls.Agent));
        await _client.SendAsync("agents", fields);

        Assert.Null(_world.Grants.Find(Calls.Agent));
    }

    [Fact]
    public async Task The_same_rights_change_nothing()
    {
        var said = await ChangeAsync("boards", "read");

        Assert.Contains("nothing is different", said, StringComparison.Ordinal);
        Assert.Empty(await _world.Stored.Log.QueryAsync(new AuditFilter(), default));
    }

    [Theory]
    [InlineData("pins", "everything")]
    [InlineData("pins", "")]
    [InlineData("agent", "<script>")]
    public async Task A_form_that_makes_no_sense_changes_nothing(string field, string value)
    {
        var said = await ChangeAsync(field, value);

        Assert.Contains("Nothing was changed", said, StringComparison.Ordinal);
        Assert.Equal(AreaAccess.Read, Assert.Single(_world.Grants.Find(Calls.Agent)!.Areas).Value);
    }

    [Fact]
    public async Task A_broken_file_is_told_with_its_line_and_nothing_is_offered()
    {
        await File.WriteAllTextAsync(
            _world.Grants.File,
            "{ \"agents\": {\n  \"one\": { \"areas\": { \"pins\": \"all\" } } } }"
        );
        var page = await _client.PageAsync();
        var text = await _client.TextAsync();

        Assert.Contains("No agent may do anything: grants.json", text, StringComparison.Ordinal);
        Assert.Matches("line 2", text);
        Assert.Contains(_world.Grants.File, text, StringComparison.Ordinal);
        Assert.DoesNotContain("type=\"radio\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_log_nothing_is_changed()
    {
        var fields = await FieldsAsync("pins", "full");
        var stored = _world.Stored;
        await stored.WriteCallsAsync(1);
        File.Delete(stored.Path);

        var said = await _client.SendAsync("agents", fields);

        Assert.Contains("Nothing was changed. The store", said, StringComparison.Ordinal);
        Assert.False(_world.Grants.Find(Calls.Agent)!.Areas.ContainsKey(Area.Pins));
    }

    [Fact]
    public async Task Without_any_agent_the_page_says_how_to_add_one()
    {
        File.Delete(_world.Grants.File);

        Assert.Contains("pinterest-mcp agents add NAME", await _client.TextAsync(), StringComparison.Ordinal);
    }

    private async Task<string> ChangeAsync(string field, string value) =>
        await _client.SendAsync("agents", await FieldsAsync(field, value));

    // The form as it stands on the page, with one choice changed.
    private async Task<Dictionary<string, string>> FieldsAsync(string field, string value)
    {
        var page = await _client.PageAsync();
        var fields = Chosen()
            .Matches(page)
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        fields["agent"] = Calls.Agent;
        fields["version"] = Version().Match(page).Groups[1].Value;
        fields[field] = value;
        return fields;
    }

    [GeneratedRegex("name=\"([a-z]+)\" value=\"([a-z]+)\" checked>")]
    private static partial Regex Chosen();

    [GeneratedRegex("name=\"version\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Version();
}
