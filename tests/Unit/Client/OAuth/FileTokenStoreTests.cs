using System.Text;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.OAuth;

public sealed class FileTokenStoreTests
{
    private static readonly PinterestToken Token = new(
        "pina_secret",
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)
    )
    {
        RefreshToken = "pinr_secret",
        RefreshTokenExpiresAt = new DateTimeOffset(2026, 3, 2, 3, 4, 5, TimeSpan.Zero),
        Scopes = ["pins:read"],
    };

    [Fact]
    public async Task What_is_written_is_read_by_another_store()
    {
        using var folder = new TemporaryFolder();
        await new FileTokenStore(folder).SaveAsync("../../user", Token);

        var read = (await new FileTokenStore(folder).ReadAsync("../../user", default))!;

        Assert.Equal(
            (Token.AccessToken, Token.RefreshToken, Token.ExpiresAt, Token.RefreshTokenExpiresAt),
            (read.AccessToken, read.RefreshToken, read.ExpiresAt, read.RefreshTokenExpiresAt)
        );
        Assert.Equal(Token.Scopes, read.Scopes);
        Assert.Null(await new FileTokenStore(folder).ReadAsync("somebody else", default));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".draft")]
    public async Task A_byte_order_mark_before_the_token_changes_nothing(string kind)
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.SaveAsync("u", Token);
        var file = Directory.GetFiles(folder, "*.json").Single();
        await File.WriteAllTextAsync(file + kind, """{"access_token":"pina_mended"}""", Encoding.UTF8);

        await using var held = await store.LockAsync("u", default);

        Assert.Equal("pina_mended", (await held.ReadAsync(default))!.AccessToken);
    }

    [Fact]
    public async Task A_key_that_is_no_text_is_refused_since_others_like_it_would_share_its_file()
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);

        await Assert.ThrowsAsync<ArgumentException>(() => store.SaveAsync("\ud800", Token));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.ReadAsync("a\udc01", default));
        await store.SaveAsync("\U0001F600", Token);
    }

    [Fact]
    public async Task A_folder_that_others_may_write_to_is_not_even_read()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        await new FileTokenStore(folder).SaveAsync("u", Token);
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await new FileTokenStore(folder).ReadAsync("u", default)
        );
        Assert.Contains("chmod 700", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_for_the_owner_only_and_no_draft_is_left()
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.SaveAsync("u", Token);
        await (await store.LockAsync("u", default)).DisposeAsync();

        var files = Directory.GetFiles(folder);
        Assert.DoesNotContain(files, file => file.EndsWith(".draft", StringComparison.Ordinal));
        foreach (var file in files)
        {
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"access_token\":\"pina_secret\"")]
    [InlineData("[]")]
    [InlineData("{\"refresh_token\":\"pinr_secret\"}")]
    [InlineData("{\"access_token\":\"pina_secret\",\"expires_at\":\"pinr_secret\"}")]
    public async Task A_damaged_file_is_an_error_that_shows_no_token(string content)
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.SaveAsync("u", Token);
        File.WriteAllText(Directory.GetFiles(folder, "*.json").Single(), content);

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await store.ReadAsync("u", default)
        );

        Assert.Contains("is damaged. Restore the file, or delete it", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_an_error_before_anything_is_renewed()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", "");

        await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await new FileTokenStore(Path.Combine(file, "below")).SaveAsync("u", Token)
        );
        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await new FileTokenStore(Path.Combine(file, "below")).LockAsync("u", default)
        );
        Assert.Contains(
            "No token was renewed, because the new one could not be stored.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_lock_keeps_others_out_until_it_is_released_and_a_wait_can_be_cancelled()
    {
        using var folder = new TemporaryFolder();
        var time = new WatchedTime();
        var first = await new FileTokenStore(folder, time).LockAsync("u", default);
        using var source = new CancellationTokenSource();
        var cancelled = new FileTokenStore(folder, time).LockAsync("u", source.Token).AsTask();
        var waiting = new FileTokenStore(folder, time).LockAsync("u", default).AsTask();

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(waiting.IsCompleted);

        await first.DisposeAsync();
        await (await time.PassAsync(waiting)).DisposeAsync();
    }

    [Fact]
    public async Task A_wait_for_a_lock_follows_the_clock_it_was_given()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider();
        var store = new FileTokenStore(folder, time);
        var first = await store.LockAsync("u", default);
        var waiting = store.LockAsync("u", default).AsTask();
        await first.DisposeAsync();

        Assert.False(waiting.IsCompleted);

        time.Advance(TimeSpan.FromMilliseconds(25));
        await (await waiting.WaitAsync(TimeSpan.FromSeconds(60))).DisposeAsync();
    }

    [Fact]
    public async Task A_folder_that_is_not_there_yet_is_made_by_a_lock()
    {
        using var folder = new TemporaryFolder();
        await (await new FileTokenStore(Path.Combine(folder, "locked")).LockAsync("u", default)).DisposeAsync();
        Assert.True(Directory.Exists(Path.Combine(folder, "locked")));
    }

    [Fact]
    public async Task A_file_that_somebody_holds_open_is_an_error_that_names_it()
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.SaveAsync("u", Token);
        var file = Directory.GetFiles(folder, "*.json").Single();

        await using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await store.ReadAsync("u", default)
        );

        Assert.StartsWith($"The token store {file} cannot be read (", error.Message, StringComparison.Ordinal);
        Assert.Contains("Check the owner and the mode of the file.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_whose_file_cannot_be_replaced_stays_in_its_draft_until_the_next_lock()
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.SaveAsync("u", Token);
        var file = Directory.GetFiles(folder, "*.json").Single();
        File.Delete(file);
        Directory.CreateDirectory(Path.Combine(file, "below"));

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await store.SaveAsync("u", Token with { RefreshToken = "newer" })
        );

        Assert.Contains("cannot be written", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "Remove a file or folder that blocks it, or make the folder writable.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.True(File.Exists(file + ".draft"));

        // The draft is the only copy on the disk, so nobody may prepare another in its place.
        await Assert.ThrowsAsync<PinterestTokenStoreException>(async () => await store.LockAsync("u", default));
        Assert.True(File.Exists(file + ".draft"));

        Directory.Delete(file, recursive: true);
        await using var held = await new FileTokenStore(folder).LockAsync("u", default);
        Assert.Equal("newer", (await held.ReadAsync(default))!.RefreshToken);
        Assert.Empty(Directory.GetFiles(folder, "*.draft"));
    }

    [Fact]
    public async Task A_token_without_refresh_token_end_and_scopes_is_kept_too()
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.SaveAsync("u", new PinterestToken("pina_a"));
        var file = Directory.GetFiles(folder, "*.json").Single();

        Assert.Equal((null, null, null, 0), Facts((await store.ReadAsync("u", default))!));
        File.WriteAllText(file, """{"access_token":"pina_a"}""");
        Assert.Equal((null, null, null, 0), Facts((await store.ReadAsync("u", default))!));

        static (string?, DateTimeOffset?, DateTimeOffset?, int) Facts(PinterestToken token) =>
            (token.RefreshToken, token.ExpiresAt, token.RefreshTokenExpiresAt, token.Scopes.Count);
    }

    [Fact]
    public async Task A_draft_of_a_killed_process_that_is_whole_takes_the_place_of_the_file()
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.SaveAsync("u", Token with { RefreshToken = "newer" });
        var file = Directory.GetFiles(folder, "*.json").Single();
        File.Move(file, file + ".draft");
        await File.WriteAllTextAsync(file, """{"access_token":"old"}""");

        await using var held = await store.LockAsync("u", default);

        Assert.Equal("newer", (await held.ReadAsync(default))!.RefreshToken);
        Assert.False(File.Exists(file + ".draft"));
    }

    [Theory]
    [InlineData(".draft", "")]
    [InlineData(".draft", "        ")]
    [InlineData(".draft", "{\"access_token\":\"pina_ha")]
    [InlineData(".0123.tmp", "{\"access_token\":\"pina_secret\"}")]
    public async Task What_else_a_killed_process_leaves_is_removed(string name, string content)
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.SaveAsync("u", Token);
        var file = Directory.GetFiles(folder, "*.json").Single();
        await File.WriteAllTextAsync(file + name, content);

        await using var held = await store.LockAsync("u", default);

        Assert.False(File.Exists(file + name));
        Assert.Equal("pina_secret", (await held.ReadAsync(default))!.AccessToken);
    }

    [Fact]
    public async Task Room_is_reserved_before_a_refresh_and_given_back_when_nothing_is_saved()
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.SaveAsync("u", Token);
        var draft = Directory.GetFiles(folder, "*.json").Single() + ".draft";
        await using (var held = await store.LockAsync("u", default))
        {
            await held.PrepareAsync(default);
            Assert.InRange(new FileInfo(draft).Length, 4096, 65536);
        }

        Assert.False(File.Exists(draft));
    }

    [Fact]
    public async Task A_lock_file_that_is_a_link_is_refused()
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.SaveAsync("u", Token);
        var lockFile = Directory.GetFiles(folder, "*.lock").Single();
        File.Delete(lockFile);
        File.CreateSymbolicLink(lockFile, folder.Write("victim", "content"));

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await store.LockAsync("u", default)
        );

        Assert.Contains($"{lockFile} is a link. Remove it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_others_may_write_to_is_refused_and_a_file_that_they_may_read_is_mended()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.SaveAsync("u", Token);
        var file = Directory.GetFiles(folder, "*.json").Single();
        File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.OtherRead);

        Assert.Equal("pina_secret", (await store.ReadAsync("u", default))!.AccessToken);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.OtherWrite);
        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await store.LockAsync("u", default)
        );
        Assert.Contains("is writable by other users", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_protected_file_holds_no_token_and_needs_its_protector()
    {
        using var folder = new TemporaryFolder();
        await new FileTokenStore(folder, protector: new Turning()).SaveAsync("u", Token);
        var file = Directory.GetFiles(folder, "*.json").Single();

        Assert.DoesNotContain("pin", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal(
            "pinr_secret",
            (await new FileTokenStore(folder, protector: new Turning()).ReadAsync("u", default))!.RefreshToken
        );
        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await new FileTokenStore(folder).ReadAsync("u", default)
        );
        Assert.Contains(
            "is protected, but this store has no protector. Give the store the protector",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public Task What_is_missing_is_named() =>
        Missing.IsNamedAsync(
            ("folder", () => new FileTokenStore("")),
            ("user", () => new FileTokenStore("tokens").ReadAsync(null!, default).AsTask())
        );

    private sealed class Turning : ITokenProtector
    {
        public byte[] Protect(byte[] content) => [.. content.Select(one => (byte)~one)];

        public byte[] Unprotect(byte[] content) => Protect(content);
    }
}
