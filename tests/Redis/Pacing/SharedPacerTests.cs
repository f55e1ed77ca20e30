using Pinterest.OpenApi.Redis.Pacing;

namespace Pinterest.OpenApi.RedisTests.Pacing;

/// <summary>The next block is asked for ahead, and never holds more than was allowed.</summary>
public sealed class SharedPacerTests
{
    private const long Length = 100;

    private readonly SharedPacer _pacer = new(Length);

    [Fact]
    public void The_next_block_is_due_when_a_third_of_the_calls_is_left()
    {
        Begin(Block("a", calls: 9));
        Assert.False(_pacer.BeginAhead(1));
        Take(5);
        Assert.False(_pacer.BeginAhead(1));

        Take(1);

        Assert.True(_pacer.BeginAhead(1));
        Assert.False(_pacer.BeginAhead(1));
    }

    [Fact]
    public void The_next_block_is_due_when_a_third_of_the_time_is_left()
    {
        Begin(Block("a", calls: 9));

        Assert.False(_pacer.BeginAhead(50));
        Assert.True(_pacer.BeginAhead(70));
    }

    [Fact]
    public void A_worker_that_calls_now_and_then_asks_for_none_ahead()
    {
        _pacer.Arrive(0);
        _pacer.TryPut(Block("a", calls: 1), 0);
        Take(1);

        Assert.False(_pacer.BeginAhead(1));
    }

    [Fact]
    public void The_calls_at_hand_and_the_next_ones_are_no_more_than_the_largest_block()
    {
        for (var i = 0; i < 50; i++)
        {
            _pacer.Arrive(1);
        }

        Assert.Equal(20, _pacer.Wanted(20));
        _pacer.TryPut(Block("a", calls: 20), 0);
        Take(14);

        Assert.Equal(14, _pacer.Wanted(20));
    }

    [Fact]
    public void The_next_block_is_used_when_the_one_at_hand_has_ended_and_that_one_is_given_back()
    {
        Begin(Block("a", calls: 9));
        _pacer.BeginAhead(70);
        _pacer.EndAhead(Block("b", calls: 9, begin: 70), drops: 0);

        Assert.True(_pacer.TryTake(120, longest: 0, out _, out _));

        Assert.Equal("a", Assert.Single(_pacer.GivenBack(50)).Id);
    }

    [Fact]
    public void A_block_that_was_asked_for_before_a_refusal_is_given_back()
    {
        Begin(Block("a", calls: 9));
        _pacer.BeginAhead(70);
        _pacer.Drop();

        _pacer.EndAhead(Block("b", calls: 9, begin: 70), drops: 0);

        Assert.False(_pacer.TryTake(80, longest: 0, out _, out _));
        Assert.Equal(["a", "b"], _pacer.GivenBack(50).Select(block => block.Id));
    }

    [Fact]
    public void A_block_at_hand_that_was_asked_for_before_a_refusal_is_given_back_too()
    {
        var drops = _pacer.Drops;
        _pacer.Drop();

        Assert.False(_pacer.TryPut(Block("a", calls: 9), drops));

        Assert.False(_pacer.TryTake(1, longest: 0, out _, out _));
        Assert.Equal("a", Assert.Single(_pacer.GivenBack(50)).Id);
    }

    [Fact]
    public void No_call_leaves_after_the_end_of_its_block_whatever_its_wait()
    {
        var late = new CallBlock
        {
            Id = "a",
            Start = 0,
            Calls = 9,
            Begin = 150,
            End = 120,
        };

        Assert.False(late.TryTake(100, longest: 1000, out _));
    }

    [Fact]
    public void What_the_server_took_back_is_forgotten_and_the_rest_is_kept()
    {
        for (var i = 0; i < 60; i++)
        {
            _pacer.GiveBackUnused(Block($"{i}", calls: 1));
        }

        _pacer.Forget(_pacer.GivenBack(50));

        Assert.Equal(Enumerable.Range(50, 10).Select(i => $"{i}"), _pacer.GivenBack(50).Select(block => block.Id));
    }

    private static CallBlock Block(string id, int calls, long begin = 0) =>
        new()
        {
            Id = id,
            Start = begin,
            Calls = calls,
            Begin = begin,
            End = begin + Length,
        };

    private void Begin(CallBlock block)
    {
        for (var i = 0; i < block.Calls; i++)
        {
            _pacer.Arrive(1);
        }

        Assert.True(_pacer.TryPut(block, 0));
    }

    private void Take(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            Assert.True(_pacer.TryTake(1, longest: 0, out _, out _));
        }
    }
}
