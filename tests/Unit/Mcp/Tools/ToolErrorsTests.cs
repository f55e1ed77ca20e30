using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Tools;

public sealed class ToolErrorsTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Theory]
    [InlineData(FaultKind.ExpiredToken, "Authentication")]
    [InlineData(FaultKind.MissingScope, "MissingScope")]
    [InlineData(FaultKind.TrialAccess, "TrialAccess")]
    [InlineData(FaultKind.Spam, "Spam")]
    public async Task What_Pinterest_refuses_is_told_with_its_kind_and_what_to_do(FaultKind fault, string kind)
    {
        await using var world = await ToolWorld.StartAsync();
        world.Sandbox.AddFault(new SandboxFault(fault) { OperationId = "boards/create", Times = 9 });

        var error = await world.ErrorAsync("pinterest_create_board", """{"name":"Kitchens"}""");

        Assert.Equal(kind, (string?)error["kind"]);
        Assert.Equal("no", (string?)error["changed"]);
        Assert.NotEqual("", (string?)error["whatToDo"]);
    }

    [Fact]
    public async Task A_write_whose_reply_was_lost_is_unknown_and_a_read_is_not()
    {
        await using var world = await ToolWorld.StartAsync();
        world.Sandbox.AddFault(new SandboxFault(FaultKind.TruncatedBody) { Times = 99 });

        var write = await world.ErrorAsync("pinterest_create_board", """{"name":"Kitchens"}""");
        var read = await world.ErrorAsync("pinterest_list_boards");

        Assert.Equal("unknown", (string?)write["changed"]);
        Assert.Contains("Look", (string?)write["whatToDo"], StringComparison.Ordinal);
        Assert.Equal("no", (string?)read["changed"]);
    }

    [Fact]
    public async Task What_is_not_there_is_told_without_a_word_of_Pinterest()
    {
        await using var world = await ToolWorld.StartAsync();

        var result = await world.CallAsync("pinterest_get_board", """{"board_id":"123456789"}""");
        var error = ToolWorld.DataOf(result);

        Assert.Equal("NotFound", (string?)error["kind"]);
        Assert.NotNull((string?)error["pinterestSaid"]);
        Assert.DoesNotContain((string)error["pinterestSaid"]!, ToolWorld.TextOf(result), StringComparison.Ordinal);
    }

    [Fact]
    public void A_denial_names_its_rule()
    {
        var error = ToolErrors.Of(
            new AccessDeniedException(new CallDecision(Verdict.Denied, "areas.pins=read", "Pins are read only.")),
            CallKind.Write,
            Now
        );

        Assert.Equal("Denied", error.Kind);
        Assert.Equal("areas.pins=read", error.Rule);
        Assert.Equal("no", error.Changed);
    }

    [Theory]
    [InlineData(CallKind.Read, "no")]
    [InlineData(CallKind.Write, "unknown")]
    public void A_log_that_cannot_be_written_is_told(CallKind kind, string changed)
    {
        var error = ToolErrors.Of(new AuditStoreException("The disk of the log is full."), kind, Now);

        Assert.Equal("LogUnavailable", error.Kind);
        Assert.Equal(changed, error.Changed);
    }

    [Fact]
    public void A_fault_of_our_own_says_nothing_of_its_text()
    {
        var error = ToolErrors.Of(new InvalidOperationException("/home/anna/secret token"), CallKind.Write, Now);

        Assert.Equal("Failed", error.Kind);
        Assert.DoesNotContain("anna", error.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_is_full_lets_no_call_through()
    {
        await using var world = await ToolWorld.StartAsync();
        world.Log.Fails = entry => entry.Stage is AuditStage.Intent;

        var error = await world.ErrorAsync("pinterest_create_board", """{"name":"Kitchens"}""");
        var unknown = await world.ErrorAsync("pinterest_nothing");

        Assert.Equal("LogUnavailable", (string?)error["kind"]);
        Assert.Equal("LogUnavailable", (string?)unknown["kind"]);
        Assert.Empty(world.SentOperations);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_no_result()
    {
        await using var world = await ToolWorld.StartAsync();
        using var ended = new CancellationTokenSource();
        await ended.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            world.Catalogue.CallAsync(ToolWorld.Agent, "pinterest_list_boards", null, null, ended.Token)
        );
    }

    [Fact]
    public void A_refusal_of_a_person_is_a_denial()
    {
        var refused = new Approval
        {
            Id = "ABCDEFGHJK",
            Agent = "a",
            Account = "default",
            Tool = "pinterest_create_pin",
            Operation = "pins/create",
            Hash = "",
            Summary = CallSummary.Empty,
            AskedAt = Now,
            EndsAt = Now,
            State = ApprovalState.Denied,
        };

        var error = ToolErrors.Of(new ApprovalNeededException(refused), CallKind.Write, Now);

        Assert.Equal("Denied", error.Kind);
        Assert.Equal("ABCDEFGHJK", error.ApprovalId);
    }
}
