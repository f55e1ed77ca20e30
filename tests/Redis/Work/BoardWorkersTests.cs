using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.RedisTests.Support;
using Pinterest.OpenApi.Sandbox;

namespace Pinterest.OpenApi.RedisTests.Work;

/// <summary>Four processes of the sample of a worker share the boards of an account.</summary>
public sealed class BoardWorkersTests(RedisServer server) : IClassFixture<RedisServer>
{
    [RedisFact]
    public async Task Each_Pin_is_handled_at_least_once_and_no_board_has_two_workers_although_one_is_killed()
    {
        await using var sandbox = await PinterestSandbox.StartAsync(
            new SandboxOptions
            {
                Content = new SandboxContent { Boards = 6, PinsPerBoard = 3 },
            }
        );
        var client = new PinterestClient(
            new PinterestClientOptions
            {
                BaseAddress = sandbox.BaseAddress,
                AccessToken = sandbox.AccessToken,
                AccessTier = AccessTier.Unlimited,
            }
        );
        string[] boards = [.. (await client.Boards.ListAsync()).Items.Select(board => board.Id)];
        var pins = new List<string>();
        await foreach (var pin in client.Pins.EnumerateAsync())
        {
            pins.Add(pin.Id);
        }

        await using var workers = await BoardWorkers.StartAsync(server.Address, sandbox, count: 4);
        await workers.HandledAsync(pins);
        var killed = workers.WorkersOf(boards[0])[^1];

        // A kill in the middle of the work: some of these Pins are not told yet, and the others not acknowledged.
        await PinAsync();
        workers.Kill(killed);
        var before = boards.ToDictionary(board => board, workers.WorkersOf);
        await PinAsync();
        await workers.HandledAsync(pins);

        // Each board has the worker it had. Those of the one that was killed have one other, and it comes after.
        foreach (var board in boards)
        {
            var seen = workers.WorkersOf(board);
            Assert.Single(before[board]);
            Assert.Equal(before[board][0], seen[0]);
            Assert.Equal(seen[0] == killed ? 2 : 1, seen.Count);
        }

        async Task PinAsync()
        {
            foreach (var board in boards)
            {
                var made = await client.CreateImagePinAsync(
                    [PinImage.FromUri(new Uri("https://example.com/a.jpg"))],
                    new PinDraft(board) { Title = "Oak table" }
                );
                pins.Add(made.Id);
            }
        }
    }
}
