using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>Few large requests are read at once.</summary>
public sealed class LargeBodiesTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource _answered = new();
    private readonly Channel<string> _read = Channel.CreateUnbounded<string>();
    private readonly RequestDelegate _server;

    public LargeBodiesTests()
    {
        var builder = new ApplicationBuilder(new ServiceCollection().BuildServiceProvider());
        new LargeBodies(2, _time).Use(builder);
        builder.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            _read.Writer.TryWrite(AgentPrincipal.NameOf(context.User)!);
            await _answered.Task;
        });
        _server = builder.Build();
    }

    [Fact]
    public async Task The_next_one_waits_until_the_one_before_is_answered()
    {
        var sent = new[] { "one", "two", "three" }.Select(agent => SendAsync(LargeBodies.Large + 1, agent)).ToList();
        Assert.Equal(["one", "two"], ReadNow());

        _answered.SetResult();

        Assert.Equal("three", await NextReadAsync());
        await Task.WhenAll(sent.Select(request => request.Task)).WaitAsync(Longest);
        Assert.All(sent, request => Assert.Equal((int)HttpStatusCode.OK, request.Context.Response.StatusCode));
    }

    [Fact]
    public async Task One_that_waited_too_long_is_told_to_come_again_and_gives_up_no_turn_of_others()
    {
        var one = SendAsync(LargeBodies.Large + 1);
        var two = SendAsync(LargeBodies.Large + 1);

        _time.Advance(TimeSpan.FromSeconds(30));
        await two.Task.WaitAsync(Longest);

        Assert.Equal((int)HttpStatusCode.ServiceUnavailable, two.Context.Response.StatusCode);
        Assert.Equal("30", two.Context.Response.Headers.RetryAfter);
        var three = SendAsync(LargeBodies.Large + 1);
        Assert.Equal(["one"], ReadNow());
        _answered.SetResult();
        await Task.WhenAll(one.Task, three.Task).WaitAsync(Longest);
    }

    [Fact]
    public async Task Small_ones_never_wait()
    {
        var one = SendAsync(LargeBodies.Large + 1);
        var small = Enumerable.Range(0, 20).Select(_ => SendAsync(LargeBodies.Large)).ToList();

        Assert.Equal(21, ReadNow().Count);
        _answered.SetResult();
        await Task.WhenAll(small.Select(request => request.Task).Append(one.Task)).WaitAsync(Longest);
        Assert.All(small, request => Assert.Equal((int)HttpStatusCode.OK, request.Context.Response.StatusCode));
    }

    [Fact]
    public async Task One_agent_holds_one_turn_and_another_agent_the_other()
    {
        var one = SendAsync(LargeBodies.Large + 1, "one");
        var again = SendAsync(LargeBodies.Large + 1, "one");

        var two = SendAsync(LargeBodies.Large + 1, "two");

        Assert.Equal(["one", "two"], ReadNow());
        _answered.SetResult();
        Assert.Equal("one", await NextReadAsync());
        await Task.WhenAll(one.Task, again.Task, two.Task).WaitAsync(Longest);
    }

    [Fact]
    public async Task A_request_that_stays_open_keeps_its_turn_for_a_minute()
    {
        var open = SendAsync(LargeBodies.Large + 1);
        _time.Advance(LargeBodies.LongestTurn - TimeSpan.FromSeconds(1));
        var next = SendAsync(LargeBodies.Large + 1);
        Assert.Equal(["one"], ReadNow());

        _time.Advance(TimeSpan.FromSeconds(1));

        // It is let in, and waits for the answer like the one before.
        Assert.Equal("one", await NextReadAsync());
        _time.Advance(LargeBodies.Patience);
        _answered.SetResult();
        await Task.WhenAll(open.Task, next.Task).WaitAsync(Longest);
        Assert.Equal((int)HttpStatusCode.OK, next.Context.Response.StatusCode);
    }

    // Everything up to the first wait happens before a request is sent on, so this is who was let in by now.
    private List<string> ReadNow()
    {
        var agents = new List<string>();
        while (_read.Reader.TryRead(out var agent))
        {
            agents.Add(agent);
        }

        return agents;
    }

    private Task<string> NextReadAsync() => _read.Reader.ReadAsync().AsTask().WaitAsync(Longest);

    private (Task Task, HttpContext Context) SendAsync(int bytes, string agent = "one")
    {
        var body = new MemoryStream(new byte[bytes]);
        var context = new DefaultHttpContext { Request = { Body = body }, User = AgentPrincipal.Make(agent, "test") };
        return (_server(context), context);
    }
}
