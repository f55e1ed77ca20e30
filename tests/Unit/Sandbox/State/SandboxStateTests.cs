using CsCheck;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.State;

/// <summary>
/// Thousands of random sequences of calls, each held against a model of a few lists. Sequences run side by side,
/// each as a user of its own. A failure names its seed: pass it to Sample to see the same sequence again.
/// </summary>
public sealed class SandboxStateTests
{
    private static readonly int Sequences = LongRuns.Or(2000, 500);
    private static readonly string[] Names = ["Kitchens", "Baths", "Gardens", "kitchens"];

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Enum<Call>(),
        Gen.Int[0, 9],
        Gen.Int[0, 9],
        Gen.Int[0, 3],
        (call, one, other, name) => new Step(call, one, other, Names[name])
    );
    private int _users;

    private enum Call
    {
        CreateBoard,
        RenameBoard,
        DeleteBoard,
        CreateSection,
        DeleteSection,
        CreatePin,
        CreatePinInSection,
        MovePin,
        RetitlePin,
        SavePin,
        DeletePin,
    }

    private sealed record Step(Call Call, int One, int Other, string Name);

    [Fact]
    public async Task The_state_is_what_a_few_lists_would_be()
    {
        await using var calls = await SandboxCalls.StartAsync();
        Steps
            .Array[1, 25]
            .Sample(
                steps =>
                {
                    var model = new Model(
                        calls,
                        calls.Sandbox.IssueAccessToken(username: $"user {Interlocked.Increment(ref _users)}")
                    );
                    foreach (var step in steps)
                    {
                        model.RunAsync(step).GetAwaiter().GetResult();
                    }

                    model.CompareAsync().GetAwaiter().GetResult();
                },
                iter: Sequences
            );
        Assert.True(_users >= Sequences);
    }

    [Fact]
    public async Task Parallel_calls_of_one_user_leave_nothing_half_done()
    {
        await using var calls = await SandboxCalls.StartAsync();
        var boards = new[]
        {
            await calls.BoardAsync("Kitchens"),
            await calls.BoardAsync("Baths"),
            await calls.BoardAsync("Gardens"),
        };
        var (kept, deleted) = (
            new System.Collections.Concurrent.ConcurrentBag<string>(),
            new System.Collections.Concurrent.ConcurrentBag<string>()
        );

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(async worker =>
                {
                    var random = new Random(worker);
                    var mine = new List<string>();
                    for (var i = 0; i < 150; i++)
                    {
                        var pin = mine.Count > 0 ? mine[random.Next(mine.Count)] : null;
                        switch (random.Next(5))
                        {
                            case 0 when pin is not null:
                                Assert.Equal(204, (await calls.DeleteAsync($"/pins/{pin}")).Status);
                                mine.Remove(pin);
                                deleted.Add(pin);
                                break;
                            case 1 when pin is not null:
                                Assert.Equal(
                                    200,
                                    (
                                        await calls.PatchAsync(
                                            $"/pins/{pin}",
                                            new { board_id = boards[random.Next(3)] }
                                        )
                                    ).Status
                                );
                                break;
                            case 2:
                                Assert.Equal(
                                    200,
                                    (await calls.GetAsync($"/boards/{boards[random.Next(3)]}/pins?page_size=50")).Status
                                );
                                break;
                            default:
                                mine.Add(await calls.PinAsync(boards[random.Next(3)]));
                                break;
                        }
                    }

                    foreach (var pin in mine)
                    {
                        kept.Add(pin);
                    }
                })
        );

        var listed = await calls.IdsAsync("/pins");
        Assert.Equal(kept.Order(), listed.Order());
        Assert.Empty(listed.Intersect(deleted));
        var byBoard = new List<string>();
        foreach (var board in boards)
        {
            var pins = await calls.IdsAsync($"/boards/{board}/pins");
            Assert.Equal(pins.Count, (int)(await calls.GetAsync($"/boards/{board}")).Json["pin_count"]!);
            byBoard.AddRange(pins);
        }

        Assert.Equal(listed.Order(), byBoard.Order());
    }

    /// <summary>What an account should hold, as plain lists.</summary>
    private sealed class Model(SandboxCalls calls, string token)
    {
        private readonly List<BoardModel> _boards = [];
        private readonly List<PinModel> _pins = [];

        private sealed class BoardModel(string id, string name)
        {
            public string Id { get; } = id;

            public string Name { get; set; } = name;

            public List<(string Id, string Name)> Sections { get; } = [];
        }

        private sealed class PinModel(string id, BoardModel? board, string? section, string title)
        {
            public string Id { get; } = id;

            public BoardModel? Board { get; set; } = board;

            public string? Section { get; set; } = section;

            public string Title { get; set; } = title;
        }

        public async Task RunAsync(Step step)
        {
            var board = _boards.Count > 0 ? _boards[step.One % _boards.Count] : null;
            var section = board?.Sections.Count > 0 ? board.Sections[step.Other % board.Sections.Count] : default;
            var pin = _pins.Count > 0 ? _pins[step.Other % _pins.Count] : null;
            switch (step.Call)
            {
                case Call.CreateBoard:
                    var made = await calls.PostAsync("/boards", new { name = step.Name }, token);
                    if (Expect(made, _boards.Any(other => Same(other.Name, step.Name)) ? 409 : 201))
                    {
                        _boards.Add(new BoardModel(made.Id, step.Name));
                    }

                    break;
                case Call.RenameBoard when board is not null:
                    if (
                        Expect(
                            await calls.PatchAsync($"/boards/{board.Id}", new { name = step.Name }, token),
                            _boards.Any(other => other != board && Same(other.Name, step.Name)) ? 409 : 200
                        )
                    )
                    {
                        board.Name = step.Name;
                    }

                    break;
                case Call.DeleteBoard when board is not null:
                    Expect(await calls.DeleteAsync($"/boards/{board.Id}", token), 204);
                    _boards.Remove(board);
                    _pins.RemoveAll(other => other.Board == board);
                    break;
                case Call.CreateSection when board is not null:
                    var added = await calls.PostAsync($"/boards/{board.Id}/sections", new { name = step.Name }, token);
                    if (Expect(added, board.Sections.Any(other => Same(other.Name, step.Name)) ? 409 : 201))
                    {
                        board.Sections.Add((added.Id, step.Name));
                    }

                    break;
                case Call.DeleteSection when section.Id is not null:
                    Expect(await calls.DeleteAsync($"/boards/{board!.Id}/sections/{section.Id}", token), 204);
                    board.Sections.Remove(section);
                    _pins.RemoveAll(other => other.Section == section.Id);
                    break;
                case Call.CreatePin:
                    await CreateAsync("/pins", board, null, step.Name);
                    break;
                case Call.CreatePinInSection when section.Id is not null:
                    await CreateAsync("/pins", board, section.Id, step.Name);
                    break;
                case Call.MovePin when pin is not null && board is not null:
                    Expect(await calls.PatchAsync($"/pins/{pin.Id}", new { board_id = board.Id }, token), 200);
                    if (pin.Board != board)
                    {
                        pin.Section = null;
                    }

                    pin.Board = board;
                    break;
                case Call.RetitlePin when pin is not null:
                    Expect(await calls.PatchAsync($"/pins/{pin.Id}", new { title = step.Name }, token), 200);
                    pin.Title = step.Name;
                    break;
                case Call.SavePin when pin is not null:
                    await CreateAsync($"/pins/{pin.Id}/save", board, null, pin.Title);
                    break;
                case Call.DeletePin when pin is not null:
                    Expect(await calls.DeleteAsync($"/pins/{pin.Id}", token), 204);
                    _pins.Remove(pin);
                    break;
            }
        }

        public async Task CompareAsync()
        {
            var pins = (await calls.GetAsync("/pins?page_size=250", token)).Json["items"]!;
            Assert.Equal(
                _pins.AsEnumerable().Reverse().Select(pin => $"{pin.Id} {pin.Board?.Id} {pin.Section} {pin.Title}"),
                pins.Select(pin => $"{pin["id"]} {pin["board_id"]} {pin["board_section_id"]} {pin["title"]}")
            );
            var boards = (await calls.GetAsync("/boards?page_size=250", token)).Json["items"]!;
            Assert.Equal(
                _boards
                    .AsEnumerable()
                    .Reverse()
                    .Select(board => $"{board.Id} {board.Name} {_pins.Count(pin => pin.Board == board)}"),
                boards.Select(board => $"{board["id"]} {board["name"]} {board["pin_count"]}")
            );
            foreach (var board in _boards)
            {
                Assert.Equal(
                    _pins.Where(pin => pin.Board == board).Reverse().Select(pin => pin.Id),
                    await calls.IdsAsync($"/boards/{board.Id}/pins", pageSize: 2, token)
                );
                Assert.Equal(
                    board.Sections.Select(section => section.Id),
                    await calls.IdsAsync($"/boards/{board.Id}/sections", pageSize: 1, token)
                );
                foreach (var section in board.Sections)
                {
                    Assert.Equal(
                        _pins.Where(pin => pin.Section == section.Id).Reverse().Select(pin => pin.Id),
                        await calls.IdsAsync($"/boards/{board.Id}/sections/{section.Id}/pins", token: token)
                    );
                }
            }
        }

        private async Task CreateAsync(string path, BoardModel? board, string? section, string title)
        {
            var body = new JObject();
            if (board is not null)
            {
                body["board_id"] = board.Id;
            }

            if (section is not null)
            {
                body["board_section_id"] = section;
            }

            if (path == "/pins")
            {
                body["title"] = title;
            }

            var made = await calls.PostAsync(path, body, token);
            Expect(made, 201);
            _pins.Add(new PinModel(made.Id, board, section, title));
        }

        private static bool Same(string left, string right) =>
            string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

        private static bool Expect(SandboxAnswer answer, int status)
        {
            Assert.True(answer.Status == status, $"{answer.Status} instead of {status}: {answer.Text}");
            return status < 300;
        }
    }
}
