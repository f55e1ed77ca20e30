using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Faults;

/// <summary>A fault meets the requests that a plan, a header or chance names.</summary>
public sealed class FaultPlanTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync()
    {
        _calls = await SandboxCalls.StartAsync();
        _calls.Sandbox.Fill(new SandboxContent { Boards = 2 });
    }

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task A_planned_fault_meets_its_operation_as_often_as_said()
    {
        _calls.Sandbox.AddFault(new SandboxFault(FaultKind.EmptyError) { OperationId = "boards/get", Times = 2 });
        var board = (await _calls.IdsAsync("/boards"))[0];

        Assert.Equal(
            new[] { 500, 500, 200 },
            new[]
            {
                (await _calls.GetAsync($"/boards/{board}")).Status,
                (await _calls.GetAsync($"/boards/{board}")).Status,
                (await _calls.GetAsync($"/boards/{board}")).Status,
            }
        );
        await _calls.PostAsync("/_sandbox/faults", "{\"fault\":\"spam\",\"operation\":\"boards/list\",\"times\":null}");
        Assert.Equal(
            new[] { 429, 429 },
            new[] { (await _calls.GetAsync("/boards")).Status, (await _calls.GetAsync("/boards")).Status }
        );
        await _calls.DeleteAsync("/_sandbox/faults");
        Assert.Equal(200, (await _calls.GetAsync("/boards")).Status);
    }

    [Fact]
    public async Task An_unknown_fault_is_refused_with_the_names_there_are()
    {
        var refused = await _calls.GetAsync("/boards", headers: ("x-sandbox-fault", "explode"));
        Assert.Equal(400, refused.Status);
        Assert.Contains("latency, reset, truncated-body", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_has_the_same_chances()
    {
        async Task<List<string>> RunAsync(int seed)
        {
            await using var calls = await SandboxCalls.StartAsync(new SandboxOptions { FaultRate = 0.5, Seed = seed });
            var seen = new List<string>();
            for (var i = 0; i < 40; i++)
            {
                try
                {
                    var answer = await calls.GetAsync("/boards");
                    seen.Add($"{answer.Status} {answer.Text.Length}");
                }
                catch (HttpRequestException)
                {
                    seen.Add("broken");
                }
            }

            return seen;
        }

        var (one, same, other) = (await RunAsync(7), await RunAsync(7), await RunAsync(8));
        Assert.Equal(one, same);
        Assert.NotEqual(one, other);
        Assert.True(one.Distinct().Count() > 3, string.Join(' ', one));
    }
}
