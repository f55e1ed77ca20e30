using Microsoft.Data.Sqlite;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Storage;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Storage;

/// <summary>The file is its owner's, is not shared with strangers, and says what is wrong with it.</summary>
public sealed class AgentStoreTests
{
    [Fact]
    public async Task File_and_folder_are_for_their_owner_only()
    {
        using var log = new StoredLog();
        await log.WriteCallsAsync(1);

        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(log.Path)!));
            Assert.All(Directory.GetFiles(Path.GetDirectoryName(log.Path)!), file => Assert.Equal(Owner, Mode(file)));
        }
    }

    [Fact]
    public async Task Rights_of_others_are_taken_away()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var log = new StoredLog();
        await log.WriteCallsAsync(1);
        File.SetUnixFileMode(log.Path, Mode(log.Path) | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await log.NewLog().WriteAsync(StoredLog.Intent(), default);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(log.Path));
    }

    [Fact]
    public async Task A_folder_that_others_write_to_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var log = new StoredLog();
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(log.Path)!);
        folder.UnixFileMode = (UnixFileMode)0b111_111_111;

        Assert.Contains("chmod 700", await RefusalAsync(log));
    }

    [Fact]
    public async Task A_link_is_refused()
    {
        using var log = new StoredLog();
        Directory.CreateDirectory(Path.GetDirectoryName(log.Path)!);
        OwnerOnly(Path.GetDirectoryName(log.Path)!);
        File.CreateSymbolicLink(log.Path, Path.Combine(log.Folder, "elsewhere"));

        Assert.Contains("is a link", await RefusalAsync(log));
        Assert.False(File.Exists(Path.Combine(log.Folder, "elsewhere")));
    }

    [Theory]
    [InlineData("text that is no database at all, and long enough to be read as a header of one", "is no database")]
    [InlineData("short", "is no database")]
    public async Task A_file_that_is_no_database_is_refused_and_kept(string content, string message)
    {
        using var log = new StoredLog();
        Directory.CreateDirectory(Path.GetDirectoryName(log.Path)!);
        OwnerOnly(Path.GetDirectoryName(log.Path)!);
        await File.WriteAllTextAsync(log.Path, content);

        Assert.Contains(message, await RefusalAsync(log));
        Assert.Equal(content, await File.ReadAllTextAsync(log.Path));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_kept()
    {
        using var log = new StoredLog();
        Directory.CreateDirectory(Path.GetDirectoryName(log.Path)!);
        OwnerOnly(Path.GetDirectoryName(log.Path)!);
        log.Edit("CREATE TABLE theirs (a)");
        var before = await File.ReadAllBytesAsync(log.Path);

        Assert.Contains("another program", await RefusalAsync(log));
        Assert.Equal(before, await File.ReadAllBytesAsync(log.Path));
    }

    [Fact]
    public async Task A_newer_file_is_refused()
    {
        using var log = new StoredLog();
        await log.WriteCallsAsync(1);
        log.Edit("PRAGMA user_version = 1000");

        Assert.Contains("newer version", (await FailureAsync(log.NewLog())).Message);
    }

    [Fact]
    public async Task A_damaged_file_is_named_and_nothing_is_written()
    {
        using var log = new StoredLog();
        await log.WriteCallsAsync(50);
        log.Store.Dispose();
        SqliteConnection.ClearAllPools();
        using (var file = File.OpenWrite(log.Path))
        {
            // Behind the header and the schema.
            file.Seek(4096, SeekOrigin.Begin);
            file.Write(
                new byte[file.Length - 4096]
                    .Select(_ => (byte)0xAA)
                    .ToArray()
            );
        }

        var message = (await FailureAsync(log.NewLog())).Message;

        Assert.Contains("'agents.db'", message);
        Assert.Contains("damaged", message);
        Assert.DoesNotContain(log.Folder, message);
    }

    [Fact]
    public async Task A_lock_that_nobody_lets_go_ends_the_wait()
    {
        using var log = new StoredLog();
        await log.WriteCallsAsync(1);
        using var holder = new SqliteConnection($"Data Source={log.Path};Pooling=False");
        holder.Open();
        using var held = holder.BeginTransaction(deferred: false);
        using var impatient = new AgentStore(
            log.Path,
            new AgentStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) },
            log.Time
        );

        var failure = await FailureAsync(new SqliteAuditLog(impatient));

        Assert.Contains("locked by another program", failure.Message);
    }

    [Fact]
    public async Task A_file_that_was_removed_in_use_is_missed()
    {
        using var log = new StoredLog();
        await log.WriteCallsAsync(1);
        File.Delete(log.Path);

        Assert.Contains("was removed", (await FailureAsync(log.Log)).Message);
        Assert.False(File.Exists(log.Path));
    }

    [Fact]
    public async Task A_file_that_was_replaced_in_use_is_not_written_to()
    {
        using var log = new StoredLog();
        await log.WriteCallsAsync(1);
        var options = new AuditLogOptions { HeadFile = "" };
        var server = log.NewLog(options);
        await server.WriteAsync(StoredLog.Intent(), default);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(log.Path)!))
        {
            File.Delete(file);
        }

        await log.NewLog(options).WriteAsync(StoredLog.Intent(), default);

        Assert.Contains("not the one that this server wrote", (await FailureAsync(server)).Message);
    }

    [Theory]
    [InlineData(5, "locked")]
    [InlineData(6, "locked")]
    [InlineData(8, "read-only")]
    [InlineData(10, "disk reports an error")]
    [InlineData(11, "damaged")]
    [InlineData(13, "disk is full")]
    [InlineData(14, "cannot be opened")]
    [InlineData(19, "only ever added")]
    [InlineData(26, "no database")]
    [InlineData(21, "SQLite error 21")]
    public void Each_error_names_the_file_but_not_its_folder(int code, string text)
    {
        var error = StoreErrors.Of("/home/somebody/agents.db", new SqliteException("told by SQLite", code));

        Assert.Contains(text, error.Message);
        Assert.Contains("'agents.db'", error.Message);
        Assert.DoesNotContain("somebody", error.Message);
        Assert.DoesNotContain("told by SQLite", error.Message);
    }

    private static UnixFileMode Mode(string file) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file);

    private static void OwnerOnly(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static async Task<string> RefusalAsync(StoredLog log) => (await FailureAsync(log.Log)).Message;

    private static Task<AuditStoreException> FailureAsync(StoredAuditLog log) =>
        Assert.ThrowsAsync<AuditStoreException>(() => log.WriteAsync(StoredLog.Intent(), default));
}
