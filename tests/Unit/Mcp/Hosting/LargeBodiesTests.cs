using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Mcp.Hosting;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>Few large requests are read at once.</summary>
public sealed class LargeBodiesTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly TaskCompletionSource _answered = new();
    private readonly SemaphoreSlim _read = new(0);
    private readonly RequestDelegate _server;

    public LargeBodiesTests()
    {
        var builder = new ApplicationBuilder(new ServiceCollection().BuildServiceProvider());
        new LargeBodies(2, _time).Use(builder);
        builder.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            _read.Release();
            await _answered.Task;
        });
        _server = builder.Build();
    }

    [Fact]
    public async Task The_next_one_waits_until_the_one_before_is_answered()
    {
        var one = SendAsync(LargeBodies.Large + 1);
        var two = SendAsync(LargeBodies.Large + 1);
        var body = two.Body;
        Assert.True(body.Position > LargeBodies.Large);
        Assert.False(two.Task.IsCompleted);

        _answered.SetResult();

        await Task.WhenAll(one.Task, two.Task).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((int)HttpStatusCode.OK, two.Context.Response.StatusCode);
    }

    [Fact]
    public async Task One_that_waited_too_long_is_told_to_come_again_and_gives_up_no_turn_of_others()
    {
        var one = SendAsync(LargeBodies.Large + 1);
        var two = SendAsync(LargeBodies.Large + 1);

        _time.Advance(TimeSpan.FromSeconds(30));
        await two.Task.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((int)HttpStatusCode.ServiceUnavailable, two.Context.Response.StatusCode);
        Assert.Equal("30", two.Context.Response.Headers.RetryAfter);
        var three = SendAsync(LargeBodies.Large + 1);
        Assert.False(three.Task.IsCompleted);
        _answered.SetResult();
        await Task.WhenAll(one.Task, three.Task).WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Small_ones_never_wait()
    {
        var one = SendAsync(LargeBodies.Large + 1);
        var small = Enumerable.Range(0, 20).Select(_ => SendAsync(LargeBodies.Large)).ToList();

        Assert.All(small, request => Assert.Equal(LargeBodies.Large, request.Body.Position));
        _answered.SetResult();
        await Task.WhenAll(small.Select(request => request.Task).Append(one.Task)).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.All(small, request => Assert.Equal((int)HttpStatusCode.OK, request.Context.Response.StatusCode));
    }

    [Fact]
    public async Task One_agent_holds_one_turn_and_another_agent_the_other()
    {
        var one = SendAsync(LargeBodies.Large + 1, "one");
        var again = SendAsync(LargeBodies.Large + 1, "one");

        var two = SendAsync(LargeBodies.Large + 1, "two");
        _answered.SetResult();

        await two.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await Task.WhenAll(one.Task, again.Task).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((int)HttpStatusCode.OK, two.Context.Response.StatusCode);
    }

    [Fact]
    public async Task A_request_that_stays_open_keeps_its_turn_for_a_minute()
    {
        var open = SendAsync(LargeBodies.Large + 1);
        _time.Advance(LargeBodies.LongestTurn - TimeSpan.FromSeconds(1));
        var next = SendAsync(LargeBodies.Large + 1);
        Assert.False(next.Task.IsCompleted);

        Assert.True(await _read.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(0, _read.CurrentCount);

        _time.Advance(TimeSpan.FromSeconds(1));

        // It is let in, and waits for the answer like the one before.
        Assert.True(await _read.WaitAsync(TimeSpan.FromSeconds(60)));
        _time.Advance(LargeBodies.Patience);
        _answered.SetResult();
        await Task.WhenAll(open.Task, next.Task).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((int)HttpStatusCode.OK, next.Context.Response.StatusCode);
    }

    private (Task Task, HttpContext Context, Stream Body) SendAsync(int bytes, string agent = "one")
    {
        var body = new MemoryStream(new byte[bytes]);
        var context = new DefaultHttpContext { Request = { Body = body }, User = AgentPrincipal.Make(agent, "test") };
        return (_server(context), context, body);
    }
}
