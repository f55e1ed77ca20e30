using System.Text;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Watching;

public sealed class FileWatchCheckpointStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Directory.GetFiles(_folder, "*.jsonl").Single();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_watch_that_never_began_has_no_items()
    {
        await using var checkpoint = await OpenAsync();

        Assert.Null(await checkpoint.ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task An_empty_list_keeps_that_the_watch_has_begun()
    {
        await SaveAsync();

        Assert.Equal([], await ReadAsync());
    }

    [Fact]
    public async Task What_was_kept_is_there_after_a_restart()
    {
        await SaveAsync(new("1", "a"), new("2", "b"));
        await SaveAsync(new("2", null), new("3", "c"), new("1", "d"));

        Assert.Equal([new WatchedItem("1", "d"), new WatchedItem("3", "c")], await ReadAsync());
    }

    [Fact]
    public async Task A_line_that_a_crash_has_cut_off_is_dropped_and_the_next_one_is_whole()
    {
        await SaveAsync(new WatchedItem("1", "a"));
        await SaveAsync(new WatchedItem("2", "b"));
        var bytes = await System.IO.File.ReadAllBytesAsync(File);
        await System.IO.File.WriteAllBytesAsync(File, bytes[..^5]);

        Assert.Equal([new WatchedItem("1", "a")], await ReadAsync());

        await SaveAsync(new WatchedItem("3", "c"));
        Assert.Equal([new WatchedItem("1", "a"), new WatchedItem("3", "c")], await ReadAsync());
    }

    [Fact]
    public async Task Old_lines_are_cleared_away()
    {
        await using (var checkpoint = await OpenAsync())
        {
            await checkpoint.ReadAsync(CancellationToken.None);
            for (var i = 0; i < 5000; i++)
            {
                await checkpoint.SaveAsync([new("1", $"{i}")], CancellationToken.None);
            }
        }

        Assert.True(new FileInfo(File).Length < 100_000);
        Assert.Equal([new WatchedItem("1", "4999")], await ReadAsync());
    }

    [Theory]
    [InlineData("", "is not a checkpoint file")]
    [InlineData("hello\n", "is not a checkpoint file of this version")]
    [InlineData("""{"pinterest_watch":2}""" + "\n", "is not a checkpoint file of this version")]
    [InlineData("""{"pinterest_watch":1}""" + "\n{\n", "is damaged in line 2")]
    [InlineData("""{"pinterest_watch":1}""" + "\n[]\n", "is damaged in line 2")]
    [InlineData("""{"pinterest_watch":1}""" + "\n" + """{"id":null}""" + "\n", "is damaged in line 2")]
    [InlineData("""{"pinterest_watch":1}""" + "\n" + """{"id":{}}""" + "\n", "is damaged in line 2")]
    public async Task A_damaged_file_is_refused_with_what_to_do(string content, string problem)
    {
        await SaveAsync();
        await System.IO.File.WriteAllTextAsync(File, content);

        var error = await Assert.ThrowsAsync<PinterestWatchException>(ReadAsync);

        Assert.Equal(
            $"The checkpoint {File} {problem}. Restore it, or delete it. After a deletion the watch starts anew "
                + "and does not report earlier changes.",
            error.Message
        );
    }

    [Fact]
    public async Task A_line_of_a_megabyte_is_refused()
    {
        await SaveAsync();
        await System.IO.File.AppendAllTextAsync(
            File,
            new StringBuilder().Append("{\"id\":\"").Append('1', 1_000_000).Append("\"}\n").ToString()
        );

        var error = await Assert.ThrowsAsync<PinterestWatchException>(ReadAsync);

        Assert.Contains("is damaged in line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_is_open_for_one_watch_alone()
    {
        await using var first = await OpenAsync();

        var error = await Assert.ThrowsAsync<PinterestWatchException>(OpenAsync);

        Assert.StartsWith("The checkpoint of the watch '../a watch' (", error.Message, StringComparison.Ordinal);
    }

    [SmallDiskFact]
    public async Task A_full_disk_is_told_and_nothing_is_half_kept()
    {
        using var disk = new SmallDisk();
        var store = new FileWatchCheckpointStore(disk);
        await using (var checkpoint = await store.OpenAsync("w", CancellationToken.None))
        {
            await checkpoint.ReadAsync(CancellationToken.None);
            await checkpoint.SaveAsync([new("1", "a")], CancellationToken.None);
            disk.Fill();

            var error = await Assert.ThrowsAsync<PinterestWatchException>(async () =>
                await checkpoint.SaveAsync(
                    [.. Enumerable.Range(2, 1000).Select(id => new WatchedItem($"{id}", "b"))],
                    CancellationToken.None
                )
            );
            Assert.Contains("Changes that were not saved are reported again", error.Message, StringComparison.Ordinal);
        }

        disk.Free();
        await using var again = await store.OpenAsync("w", CancellationToken.None);
        var kept = await again.ReadAsync(CancellationToken.None);
        Assert.Contains(new WatchedItem("1", "a"), kept!);
        await again.SaveAsync([new("2", "z")], CancellationToken.None);
    }

    private async Task<IWatchCheckpoint> OpenAsync() =>
        await new FileWatchCheckpointStore(_folder).OpenAsync("../a watch", CancellationToken.None);

    private async Task SaveAsync(params WatchedItem[] items)
    {
        await using var checkpoint = await OpenAsync();
        await checkpoint.ReadAsync(CancellationToken.None);
        await checkpoint.SaveAsync(items, CancellationToken.None);
    }

    private async Task<IEnumerable<WatchedItem>> ReadAsync()
    {
        await using var checkpoint = await OpenAsync();
        return (await checkpoint.ReadAsync(CancellationToken.None))!.OrderBy(item => item.Id);
    }
}
