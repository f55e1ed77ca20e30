using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Unit.Mcp.Support;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Grants;

public sealed class GrantStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "config", "grants.json");

    [Fact]
    public void Without_a_file_nothing_is_allowed()
    {
        var error = Assert.Throws<GrantFileException>(() => new GrantStore(File).Find("a"));
        Assert.Contains("There is no file grants.json", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_in_the_same_tick_and_of_the_same_length_is_seen()
    {
        var store = await StoreAsync("\"read\"");
        Assert.Equal(AreaAccess.Read, store.Find("a")!.Areas[Area.Pins]);
        var time = System.IO.File.GetLastWriteTimeUtc(File);
        await System.IO.File.WriteAllTextAsync(File, Text("\"off\" "));
        System.IO.File.SetLastWriteTimeUtc(File, time);
        Assert.Equal(AreaAccess.Off, store.Find("a")!.Areas[Area.Pins]);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_read_anew()
    {
        var store = await StoreAsync("\"read\"");
        Assert.Same(store.Read(), store.Read());
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("")]
    [InlineData("{\"agents\": {\"a\": {\"areas\": {\"all\": \"full\"}}}}")]
    public async Task A_damaged_file_takes_back_what_was_granted_before(string text)
    {
        var store = await StoreAsync("\"full\"");
        Assert.NotNull(store.Find("a"));
        await System.IO.File.WriteAllTextAsync(File, text);
        Assert.Throws<GrantFileException>(() => store.Find("a"));
        System.IO.File.Delete(File);
        Assert.Throws<GrantFileException>(() => store.Find("a"));
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_read()
    {
        var store = await StoreAsync("\"full\"");
        await System.IO.File.WriteAllTextAsync(File, Text("\"full\"") + new string(' ', GrantFile.MaxBytes));
        var error = Assert.Throws<GrantFileException>(() => store.Read());
        Assert.Contains("larger than 1048576 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_others_may_write_to_grants_nothing()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var store = await StoreAsync("\"full\"");
        System.IO.File.SetUnixFileMode(File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite);
        var error = Assert.Throws<GrantFileException>(() => store.Read());
        Assert.Contains("chmod 600", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_place_of_the_file_grants_nothing()
    {
        Directory.CreateDirectory(File);
        Assert.Throws<GrantFileException>(() => new GrantStore(File).Read());
    }

    [Fact]
    public async Task A_change_makes_the_file_for_its_owner_only_and_leaves_nothing_else()
    {
        var store = new GrantStore(File);
        await store.UpdateAsync(grants => grants.With(Calls.Everything()));
        Assert.NotNull(store.Find(Calls.Agent));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }

        var files = Directory.GetFiles(Path.GetDirectoryName(File)!).Select(Path.GetFileName).Order();
        Assert.Equal(["grants.json", "grants.json.lock"], files);
    }

    [Fact]
    public async Task Changes_of_many_at_once_are_all_kept()
    {
        var names = Enumerable.Range(0, 20).Select(number => $"agent-{number}").ToList();
        await Parallel.ForEachAsync(
            names,
            async (name, token) =>
                await new GrantStore(File).UpdateAsync(
                    grants => grants.With(new AgentGrant { Agent = name }),
                    cancellationToken: token
                )
        );
        Assert.Equal(names.Order(StringComparer.Ordinal), new GrantStore(File).Read().Agents.Keys);
    }

    [Fact]
    public async Task A_change_that_cannot_be_announced_is_not_made()
    {
        var store = await StoreAsync("\"read\"");
        var before = await System.IO.File.ReadAllTextAsync(File);
        await Assert.ThrowsAsync<TimeoutException>(() =>
            store.UpdateAsync(grants => grants.Without("a"), (_, _) => throw new TimeoutException())
        );
        Assert.Equal(before, await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task A_damaged_file_is_not_overwritten()
    {
        var store = await StoreAsync("\"read\"");
        await System.IO.File.WriteAllTextAsync(File, "{ oh");
        await Assert.ThrowsAsync<GrantFileException>(() => store.UpdateAsync(grants => grants.Without("a")));
        Assert.Equal("{ oh", await System.IO.File.ReadAllTextAsync(File));
    }

    public void Dispose() => _folder.Dispose();

    private async Task<GrantStore> StoreAsync(string right)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        await System.IO.File.WriteAllTextAsync(File, Text(right));
        return new GrantStore(File);
    }

    private static string Text(string right) => "{\"agents\": {\"a\": {\"areas\": {\"pins\": " + right + "}}}}";
}
