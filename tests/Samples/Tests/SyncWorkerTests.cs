using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi;
using Pinterest.OpenApi.Sandbox;
using Samples.Tests.Support;

// The worker exports to the console, and hears of every call of the process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Samples.Tests;

public sealed class SyncWorkerTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 31, 9, 0, 0, TimeSpan.Zero));
    private readonly TextWriter _usual = Console.Out;
    private readonly StringWriter _console = new();

    public SyncWorkerTests() => Console.SetOut(_console);

    public void Dispose()
    {
        Console.SetOut(_usual);
        _console.Dispose();
    }

    [Fact]
    public async Task New_Pins_are_listed_at_each_round_until_it_is_stopped()
    {
        await using var stage = await Stage.StartAsync(new SandboxContent { Boards = 1, PinsPerBoard = 4 }, _clock);
        var (board, tokens) = (
            (await stage.Client.Boards.ListAsync()).Items[0].Id,
            Path.Combine(stage.Folder, "tokens")
        );
        await Browser.SignInAsync(stage, tokens);
        using var output = new WatchedWriter();
        using var stop = new CancellationTokenSource();

        var sample = SyncWorker.RunAsync(stage.Options, output, tokens, Interval, stop.Token);
        await output.LineAsync("4 Pins are known.", sample);
        await stage.PinAsync(board, "Oak table");
        _clock.Advance(Interval);
        await output.LineAsync("New: Oak table", sample);
        await stop.CancelAsync();

        Assert.Equal(0, await sample.WaitAsync(Stage.Limit));
        Assert.Equal(
            ["4 Pins are known.", "New: Oak table"],
            output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')
        );
        AssertExported("GET /pins", "pinterest.client.call.duration", "pin-sync");
    }

    [Fact]
    public async Task A_token_that_Pinterest_refuses_is_renewed_and_the_new_one_stored()
    {
        await using var stage = await Stage.StartAsync(new SandboxContent { Boards = 1, PinsPerBoard = 2 }, _clock);
        var tokens = Path.Combine(stage.Folder, "tokens");
        await Browser.SignInAsync(stage, tokens);
        var before = await StoredAsync(tokens);
        stage.Sandbox.AddFault(new SandboxFault(FaultKind.ExpiredToken) { OperationId = "pins/list" });
        using var output = new WatchedWriter();
        using var stop = new CancellationTokenSource();

        var sample = SyncWorker.RunAsync(stage.Options, output, tokens, Interval, stop.Token);
        await output.LineAsync("2 Pins are known.", sample);
        await stop.CancelAsync();

        Assert.Equal(0, await sample.WaitAsync(Stage.Limit));
        var after = await StoredAsync(tokens);
        Assert.NotEqual(before.AccessToken, after.AccessToken);
        AssertExported("pinterest.client.token.renewals");
        foreach (
            var secret in new[] { before.AccessToken, before.RefreshToken!, after.AccessToken, after.RefreshToken! }
        )
        {
            Assert.DoesNotContain(secret, output.ToString() + _console, StringComparison.Ordinal);
        }
    }

    private static async Task<PinterestToken> StoredAsync(string folder) =>
        (await new FileTokenStore(folder).ReadAsync(SignInWithLoopbackPage.User, default))!;

    private void AssertExported(params string[] texts)
    {
        foreach (var text in texts)
        {
            Assert.Contains(text, _console.ToString(), StringComparison.Ordinal);
        }
    }
}
