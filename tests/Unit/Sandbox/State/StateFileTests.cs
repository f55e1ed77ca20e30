using System.Text;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.State;

/// <summary>What was confirmed is there after the next start, whatever ended the last one.</summary>
public sealed class StateFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string StateFile => Path.Combine(_folder.Path, "state", "sandbox.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_device_is_no_place_for_a_state()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // By a link, so that a sandbox that is wrong replaces the link only.
        var link = Path.Combine(_folder.Path, "state.jsonl");
        File.CreateSymbolicLink(link, "/dev/null");

        await Assert.ThrowsAsync<SpecException>(() =>
            PinterestSandbox.StartAsync(new SandboxOptions { StateFile = link })
        );
        Assert.NotNull(new FileInfo(link).LinkTarget);
    }

    [Fact]
    public async Task A_restart_keeps_boards_Pins_order_and_tokens()
    {
        string token,
            board,
            section,
            pin,
            gone,
            boards,
            pins,
            secret;
        await using (var calls = await StartAsync())
        {
            (token, secret) = (calls.Sandbox.AccessToken, calls.Sandbox.AppSecret);
            calls.Sandbox.Fill(new SandboxContent { Boards = 2 });
            board = await calls.BoardAsync("Kitchens");
            section = (await calls.PostAsync($"/boards/{board}/sections", new { name = "Sinks" })).Id;
            pin = await calls.PinAsync(board);
            await calls.PatchAsync($"/pins/{pin}", new { title = "Changed", board_section_id = section });
            gone = await calls.BoardAsync("Gone");
            await calls.PinAsync(gone);
            await calls.DeleteAsync($"/boards/{gone}");
            (boards, pins) = (
                (await calls.GetAsync("/boards")).Text,
                (await calls.GetAsync("/pins?page_size=250")).Text
            );
        }

        await using var again = await StartAsync();
        Assert.Equal(
            (boards, pins),
            ((await again.GetAsync("/boards", token)).Text, (await again.GetAsync("/pins?page_size=250", token)).Text)
        );
        Assert.Equal([pin], await again.IdsAsync($"/boards/{board}/sections/{section}/pins"));
        Assert.Equal(404, (await again.GetAsync($"/boards/{gone}")).Status);
        Assert.Equal(secret, again.Sandbox.AppSecret);
        Assert.DoesNotContain(await again.BoardAsync("New"), new[] { board, gone, section, pin });
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(StateFile));
        }
    }

    [Fact]
    public async Task What_was_deleted_stays_deleted_though_the_file_has_both_lines()
    {
        string board,
            section,
            pin,
            media;
        await using (var calls = await StartAsync())
        {
            board = await calls.BoardAsync("Kitchens");
            section = (await calls.PostAsync($"/boards/{board}/sections", new { name = "Sinks" })).Id;
            pin = await calls.PinAsync(board);
            media = (await calls.PostAsync("/media", new { media_type = "video" })).Json["media_id"]!.ToString();
        }

        // The second run deletes what the first has written, and the third reads the lines of both.
        await using (var calls = await StartAsync())
        {
            Assert.Equal(
                (204, 204),
                (
                    (await calls.DeleteAsync($"/pins/{pin}")).Status,
                    (await calls.DeleteAsync($"/boards/{board}/sections/{section}")).Status
                )
            );
        }

        await using var again = await StartAsync();
        Assert.Equal(
            (404, 200, 200),
            (
                (await again.GetAsync($"/pins/{pin}")).Status,
                (await again.GetAsync($"/boards/{board}")).Status,
                (await again.GetAsync($"/media/{media}")).Status
            )
        );
        Assert.Empty((JArray)(await again.GetAsync($"/boards/{board}/sections")).Json["items"]!);
    }

    [Fact]
    public async Task A_line_that_was_cut_off_by_a_kill_is_let_go()
    {
        string board;
        await using (var calls = await StartAsync())
        {
            board = await calls.BoardAsync("Kitchens");
        }

        await File.AppendAllTextAsync(StateFile, "{\"kind\":\"Board\",\"value\":{\"Id\":\"12");

        await using var again = await StartAsync();
        Assert.Equal([board], await again.IdsAsync("/boards"));
    }

    [Fact]
    public async Task A_byte_order_mark_before_the_first_line_changes_nothing()
    {
        string board;
        await using (var calls = await StartAsync())
        {
            board = await calls.BoardAsync("Kitchens");
        }

        await File.WriteAllTextAsync(StateFile, await File.ReadAllTextAsync(StateFile), Encoding.UTF8);

        await using var again = await StartAsync();
        Assert.Equal([board], await again.IdsAsync("/boards"));
    }

    [Fact]
    public async Task What_a_killed_process_confirmed_is_there()
    {
        using var process = ToolProcess.Start("sandbox", "--state", StateFile, "--empty", "--format", "json");
        var ready = Newtonsoft.Json.Linq.JObject.Parse((await process.Process.StandardOutput.ReadLineAsync())!);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", (string)ready["accessToken"]!);
        for (var i = 0; i < 50; i++)
        {
            using var made = await http.PostAsync(
                $"{ready["baseAddress"]}/boards",
                new StringContent($"{{\"name\":\"Board {i}\"}}", null, "application/json")
            );
            Assert.Equal(System.Net.HttpStatusCode.Created, made.StatusCode);
        }

        process.Process.Kill();
        await process.Process.WaitForExitAsync();

        await using var again = await StartAsync();
        Assert.Equal(50, (await again.IdsAsync("/boards")).Count);
    }

    [Fact]
    public async Task A_file_that_is_something_else_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StateFile)!);
        await File.WriteAllTextAsync(StateFile, "a letter\nto somebody\n");
        var error = await Assert.ThrowsAsync<SpecException>(StartAsync);
        Assert.Contains("sandbox.jsonl(1)", error.Message, StringComparison.Ordinal);
        Assert.Equal("a letter\nto somebody\n", await File.ReadAllTextAsync(StateFile));
    }

    [Fact]
    public async Task A_second_sandbox_on_the_file_is_misuse_and_the_first_loses_nothing()
    {
        string board;
        using (var process = ToolProcess.Start("sandbox", "--state", StateFile, "--empty", "--format", "json"))
        {
            var ready = JObject.Parse((await process.Process.StandardOutput.ReadLineAsync())!);
            var (code, output, errors) = await ToolRun.Of("sandbox", "--state", StateFile);

            Assert.Equal((2, ""), (code, output));
            Assert.Equal(
                $"{StateFile}: Another sandbox uses it. Stop the other sandbox, or pass another file.\n",
                errors
            );
            using var http = new HttpClient();
            http.DefaultRequestHeaders.Authorization = new("Bearer", (string)ready["accessToken"]!);
            using var made = await http.PostAsync(
                $"{ready["baseAddress"]}/boards",
                new StringContent("{\"name\":\"Kitchens\"}", null, "application/json")
            );
            board = (string)JObject.Parse(await made.Content.ReadAsStringAsync())["id"]!;
            process.Process.Kill();
            await process.Process.WaitForExitAsync();
        }

        // The lock of a process that was killed holds nobody up.
        await using var again = await StartAsync();
        Assert.Equal([board], await again.IdsAsync("/boards"));
        await Assert.ThrowsAsync<SpecException>(StartAsync);
    }

    [Fact]
    public async Task A_lock_file_that_is_a_link_is_refused_and_what_it_leads_to_is_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StateFile)!);
        var other = Path.Combine(_folder.Path, "other");
        await File.WriteAllTextAsync(other, "mine");
        File.CreateSymbolicLink(StateFile + ".lock", other);
        File.CreateSymbolicLink(StateFile + ".tmp", other);

        var error = await Assert.ThrowsAsync<SpecException>(StartAsync);
        Assert.Contains("The lock file is a link.", error.Message, StringComparison.Ordinal);
        File.Delete(StateFile + ".lock");
        await using (await StartAsync()) { }

        Assert.Equal("mine", await File.ReadAllTextAsync(other));
    }

    [Fact]
    public async Task Half_lines_within_the_file_are_let_go_with_a_warning_and_the_rest_is_read()
    {
        string[] boards;
        await using (var calls = await StartAsync())
        {
            boards = [await calls.BoardAsync("First"), await calls.BoardAsync("Second")];
        }

        // As a disk leaves it that was full, and had room again.
        var lines = await File.ReadAllLinesAsync(StateFile);
        var second = Array.FindIndex(lines, line => line.Contains("Second", StringComparison.Ordinal));
        lines[second] = "{\"kind\":\"Board\",\"value\":{\"Name\":\"Lost" + lines[second];
        await File.WriteAllLinesAsync(StateFile, [.. lines, "{\"kind\":\"Boa", "{\"removed\":\"Pin\",\"id\":\"7\"}"]);

        await using (var again = await StartAsync())
        {
            Assert.Equal(boards.Order(), (await again.IdsAsync("/boards")).Order());
            Assert.Equal(
                [
                    $"{StateFile}({second + 1}): Half a line was skipped. The rest of the line was read.",
                    $"{StateFile}({lines.Length + 1}): This line is malformed and was skipped.",
                ],
                again.Sandbox.Warnings
            );
        }

        await using var mended = await StartAsync();
        Assert.Empty(mended.Sandbox.Warnings);
    }

    [Fact]
    public async Task Lines_that_no_sandbox_writes_are_let_go_within_bounds()
    {
        string board;
        await using (var calls = await StartAsync())
        {
            board = await calls.BoardAsync("First");
        }

        var lines = await File.ReadAllLinesAsync(StateFile);
        var starts = string.Concat(Enumerable.Repeat("{\"kind\":", 100_000));
        await File.WriteAllLinesAsync(StateFile, [lines[0], "", starts, new string('[', 2_000_000), .. lines[1..], ""]);

        await using var again = await StartAsync();
        Assert.Equal([board], await again.IdsAsync("/boards"));
        Assert.Equal(3, again.Sandbox.Warnings.Count);
    }

    [Fact]
    public async Task Many_lines_that_cannot_be_read_are_told_in_few()
    {
        await using (await StartAsync()) { }

        await File.AppendAllLinesAsync(StateFile, Enumerable.Repeat("x", 1_000));

        await using var again = await StartAsync();
        Assert.Equal(21, again.Sandbox.Warnings.Count);
        // The last line of all may be half of one, and is not told.
        Assert.EndsWith(
            ": Malformed lines that are not listed: 979.",
            again.Sandbox.Warnings[^1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_of_lines_that_cannot_be_read_is_refused()
    {
        await using (await StartAsync()) { }

        await File.AppendAllLinesAsync(StateFile, Enumerable.Repeat("x", 1_002));
        var before = await File.ReadAllTextAsync(StateFile);

        var error = await Assert.ThrowsAsync<SpecException>(() => StartAsync());
        Assert.Contains("More than 1000 lines do not belong to a sandbox", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(StateFile));
    }

    [Fact]
    public async Task A_file_without_end_is_refused()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(StateFile)!);
        await using (var file = File.Create(StateFile))
        {
            file.SetLength(257L * 1024 * 1024);
        }

        var error = await Assert.ThrowsAsync<SpecException>(() => StartAsync());
        Assert.Contains("larger than 256 MiB", error.Message, StringComparison.Ordinal);
    }

    private Task<SandboxCalls> StartAsync() => SandboxCalls.StartAsync(new SandboxOptions { StateFile = StateFile });
}
