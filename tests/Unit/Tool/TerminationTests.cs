using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Tool;

namespace Pinterest.OpenApi.Unit.Tool;

/// <summary>A signal ends a command, and a second one changes nothing.</summary>
public sealed class TerminationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task A_command_that_does_not_end_is_left_with_the_code_of_the_first_signal()
    {
        using var termination = new Termination(Patience, _time);

        termination.Ask(143);
        termination.Ask(130);
        await Task.Delay(Timeout.Infinite, termination.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        _time.Advance(Patience - TimeSpan.FromTicks(1));
        Assert.False(termination.Forced.IsCompleted);

        _time.Advance(TimeSpan.FromTicks(1));
        termination.Ask(130);
        Assert.Equal(143, await termination.Forced);
    }

    [Fact]
    public void A_signal_after_the_end_changes_nothing()
    {
        var termination = new Termination(Patience, _time);
        termination.Watch();
        termination.Dispose();

        termination.Ask(143);
        _time.Advance(Patience);

        Assert.False(termination.Forced.IsCompleted);
    }

    [Fact]
    public void The_caller_ends_a_command_too()
    {
        using var caller = new CancellationTokenSource();
        using var termination = new Termination(Patience, _time, caller.Token);

        caller.Cancel();

        Assert.True(termination.Token.IsCancellationRequested);
    }
}
