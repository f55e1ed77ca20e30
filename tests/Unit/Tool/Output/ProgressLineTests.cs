using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Unit.Tool.Output;

/// <summary>What takes its time is named with its seconds, on a terminal only.</summary>
public sealed class ProgressLineTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly StringWriter _errors = new();

    [Fact]
    public void Nothing_is_said_of_what_is_done_within_a_second()
    {
        using (var progress = new ProgressLine(_errors, isTerminal: true, "reading", _time))
        {
            _time.Advance(TimeSpan.FromSeconds(0.9));
            progress.Report("comparing");
        }

        Assert.Equal("", _errors.ToString());
    }

    [Fact]
    public void Each_second_is_counted_a_new_step_shows_at_once_and_the_line_is_gone_at_the_end()
    {
        using (var progress = new ProgressLine(_errors, isTerminal: true, "reading", _time))
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            _time.Advance(TimeSpan.FromSeconds(1));
            progress.Report("end");
            progress.Dispose();
        }

        Assert.Equal("\rreading (1 s)\rreading (2 s)\rend (2 s)    \r         \r", _errors.ToString());
    }

    [Fact]
    public void A_pipe_gets_nothing()
    {
        using (var progress = new ProgressLine(_errors, isTerminal: false, "reading", _time))
        {
            _time.Advance(TimeSpan.FromSeconds(5));
            progress.Report("comparing");
        }

        Assert.Equal("", _errors.ToString());
    }

    [Fact]
    public void After_the_end_nothing_is_written()
    {
        var progress = new ProgressLine(_errors, isTerminal: true, "reading", _time);
        progress.Dispose();
        progress.Report("comparing");
        _time.Advance(TimeSpan.FromSeconds(5));
        progress.Dispose();

        Assert.Equal("", _errors.ToString());
    }
}
