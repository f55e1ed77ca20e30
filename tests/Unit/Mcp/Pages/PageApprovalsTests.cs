using System.Net;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Unit.Mcp.Pages;

/// <summary>The person sees exactly what will be sent, and says yes or no to that, once.</summary>
public sealed class PageApprovalsTests : IAsyncLifetime
{
    private const string Hostile =
        "</dd><script>alert(1)</script><img src=x onerror=alert(2)>\"' onmouseover=alert(3) \u202Egnp.exe";

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 73, 72, 68, 82];

    private PageWorld _world = null!;
    private PageClient _client = null!;

    public async Task InitializeAsync()
    {
        _world = await PageWorld.StartAsync();
        _client = await _world.SignInAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Everything_that_will_be_sent_is_shown_with_the_host_and_the_picture()
    {
        var asked = await _world.AskAsync(summary =>
            summary with
            {
                Lines = [.. summary.Lines, new SummaryLine("Link", "https://shop.example.com/a?b=c")],
                PictureBytes = null,
            }
        );
        var page = await _client.PageAsync();
        var text = await _client.TextAsync();

        Assert.Contains("blog-helper would have put a Pin on the board \"Kitchens\"", text, StringComparison.Ordinal);
        Assert.Contains("10 min left, until 21:09:00 UTC", text, StringComparison.Ordinal);
        foreach (var (name, value) in ApprovalText.Sent(asked).Concat(ApprovalText.Caller(asked)))
        {
            Assert.Contains($"{name}{value}", text, StringComparison.Ordinal);
        }

        Assert.Contains("<strong>shop.example.com</strong>/a?b=c", page, StringComparison.Ordinal);
        Assert.Contains("""<img src="https://i.pinimg.com/a.jpg" """, page, StringComparison.Ordinal);
        Assert.Contains("""referrerpolicy="no-referrer" """.TrimEnd(), page, StringComparison.Ordinal);
        Assert.Contains(asked.Hash, page, StringComparison.Ordinal);
        Assert.Contains("<title>(1) Pinterest agents</title>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_agent_writes_is_never_markup()
    {
        await _world.AskAsync(summary =>
            summary with
            {
                Action = Hostile,
                Lines = [new SummaryLine(Hostile, Hostile), new SummaryLine("Link", "https://a.example/\"><script>")],
                Picture = "javascript:alert(4)",
                PictureBytes = null,
            }
        );
        var page = await _client.PageAsync();

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"javascript:", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', WebUtility.HtmlDecode(page));
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_holds_once_and_is_in_the_log()
    {
        var asked = await _world.AskAsync();
        var said = await DecideAsync(asked, "yes");
        var again = await DecideAsync(asked, "yes");
        var used = await _world.Stored.Approvals.TryUseAsync(asked.Agent, asked.Account, asked.Hash, default);
        var late = await DecideAsync(asked, "yes");
        var entries = await _world.Stored.Log.QueryAsync(new AuditFilter { EveryEntry = true }, default);

        Assert.Contains(
            $"Approved: blog-helper may make this call once, until 21:09:00 UTC",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains($"Approval {asked.Id} is approved already (by page)", again, StringComparison.Ordinal);
        Assert.Equal(ApprovalState.Used, used!.State);
        Assert.Contains($"Approval {asked.Id} is used already", late, StringComparison.Ordinal);
        Assert.Null(await _world.Stored.Approvals.TryUseAsync(asked.Agent, asked.Account, asked.Hash, default));
        Assert.Equal("page", Assert.Single(entries, entry => entry.Rule == "approval:yes").ApprovedBy);
    }

    [Fact]
    public async Task A_no_refuses()
    {
        var asked = await _world.AskAsync();

        Assert.Contains("Refused: the call of blog-helper", await DecideAsync(asked, "no"), StringComparison.Ordinal);
        Assert.Equal(ApprovalState.Denied, await _world.StateAsync(asked));
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("")]
    [InlineData("YES")]
    public async Task Nothing_else_is_a_yes(string answer)
    {
        var asked = await _world.AskAsync();
        await DecideAsync(asked, answer);

        Assert.Equal(ApprovalState.Waiting, await _world.StateAsync(asked));
    }

    [Fact]
    public async Task What_was_not_shown_is_not_approved()
    {
        var shown = await _world.AskAsync();
        var other = await _world.AskAsync(arguments: """{"title":"Another"}""");
        var said = await DecideAsync(other with { Hash = shown.Hash }, "yes");

        Assert.Contains("is for another call than the one that was shown", said, StringComparison.Ordinal);
        Assert.Equal(ApprovalState.Waiting, await _world.StateAsync(other));
        Assert.Equal(ApprovalState.Waiting, await _world.StateAsync(shown));
    }

    [Fact]
    public async Task A_call_that_ended_between_the_look_and_the_yes_is_told()
    {
        var asked = await _world.AskAsync();
        await _client.PageAsync();
        _world.Stored.Time.Advance(SqliteApprovals.Lifetime);

        Assert.Contains($"{asked.Id} is ended already", await DecideAsync(asked, "yes"), StringComparison.Ordinal);
        Assert.Contains("Nothing waits for you", await _client.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_the_page_and_the_terminal_one_wins_and_the_other_is_told()
    {
        var asked = await _world.AskAsync();
        await _world.Stored.Approvals.DenyAsync(asked.Id, "command", default);

        var said = await DecideAsync(asked, "yes");

        Assert.Contains($"{asked.Id} is denied already (by command)", said, StringComparison.Ordinal);
        Assert.Equal(ApprovalState.Denied, await _world.StateAsync(asked));
    }

    [Fact]
    public async Task Of_many_yeses_at_once_one_is_logged()
    {
        var asked = await _world.AskAsync();
        var token = await _client.TokenAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync()));
        var entries = await _world.Stored.Log.QueryAsync(new AuditFilter { EveryEntry = true }, default);

        Assert.Single(entries, entry => entry.Rule == "approval:yes");

        async Task PostAsync()
        {
            using var response = await _client.PostAsync(
                _client.Session + "approvals",
                new()
                {
                    ["token"] = token,
                    ["id"] = asked.Id,
                    ["hash"] = asked.Hash,
                    ["answer"] = "yes",
                }
            );
        }
    }

    [Fact]
    public async Task The_bytes_of_a_picture_are_shown_until_the_decision_and_to_the_person_only()
    {
        var asked = await _world.AskAsync(summary => summary with { PictureBytes = Png });
        var address = $"{_client.Session}pictures/{asked.Id}";
        Assert.Contains($"<img src=\"{address}\"", await _client.PageAsync(), StringComparison.Ordinal);

        using var shown = await _client.GetAsync(address);
        using var stranger = await _world.Open().GetAsync(address);
        await DecideAsync(asked, "yes");
        using var after = await _client.GetAsync(address);

        Assert.Equal("image/png", shown.Content.Headers.ContentType!.ToString());
        Assert.Equal(Png, await shown.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
    }

    [Fact]
    public async Task Bytes_that_are_no_picture_are_not_handed_out_and_the_page_says_that_it_shows_none()
    {
        var asked = await _world.AskAsync(summary =>
            summary with
            {
                Lines = [new SummaryLine("Media", "WebP, 400x400")],
                PictureBytes = "<svg onload=alert(1)>"u8.ToArray(),
                Picture = null,
            }
        );
        using var response = await _client.GetAsync($"{_client.Session}pictures/{asked.Id}");

        Assert.DoesNotContain("<img", await _client.PageAsync(), StringComparison.Ordinal);
        Assert.Contains("cannot be shown: only JPEG and PNG", await _client.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task The_script_learns_only_the_ids_of_what_waits()
    {
        var one = await _world.AskAsync();
        var two = await _world.AskAsync(arguments: """{"title":"Another"}""");
        var ids = (await _client.PageAsync("waiting")).Split('\n');

        Assert.Equal(new[] { one.Id, two.Id }.Order(), ids.Order());
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_is_told_and_approves_nothing()
    {
        var asked = await _world.AskAsync();
        var token = await _client.TokenAsync();
        File.Delete(_world.Stored.Path);
        using var response = await _client.PostAsync(
            _client.Session + "approvals",
            new()
            {
                ["token"] = token,
                ["id"] = asked.Id,
                ["hash"] = asked.Hash,
                ["answer"] = "yes",
            }
        );

        Assert.Contains("Nothing was changed. The store", await _client.TextAsync(), StringComparison.Ordinal);
    }

    private Task<string> DecideAsync(Approval approval, string answer) =>
        _client.SendAsync(
            "approvals",
            new()
            {
                ["id"] = approval.Id,
                ["hash"] = approval.Hash,
                ["answer"] = answer,
            }
        );
}
