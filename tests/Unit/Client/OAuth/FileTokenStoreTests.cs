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
        Assert.True(await new FileTokenStore(folder).TryWriteAsync("../../user", Token, null, default));

        var read = (await new FileTokenStore(folder).ReadAsync("../../user", default))!.Token;

        Assert.Equal(
            (Token.AccessToken, Token.RefreshToken, Token.ExpiresAt, Token.RefreshTokenExpiresAt),
            (read.AccessToken, read.RefreshToken, read.ExpiresAt, read.RefreshTokenExpiresAt)
        );
        Assert.Equal(Token.Scopes, read.Scopes);
        Assert.Null(await new FileTokenStore(folder).ReadAsync("somebody else", default));
    }

    [Fact]
    public async Task A_write_over_another_version_is_refused()
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.TryWriteAsync("u", Token, null, default);
        var version = (await store.ReadAsync("u", default))!.Version;

        Assert.False(await store.TryWriteAsync("u", Token with { RefreshToken = "x" }, null, default));
        Assert.True(await store.TryWriteAsync("u", Token with { RefreshToken = "y" }, version, default));
        Assert.False(await store.TryWriteAsync("u", Token with { RefreshToken = "z" }, version, default));
        Assert.Equal("y", (await store.ReadAsync("u", default))!.Token.RefreshToken);
    }

    [Fact]
    public async Task Files_are_for_the_owner_only_and_no_draft_is_left()
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.TryWriteAsync("u", Token, null, default);
        (await store.LockAsync("u", default)).Dispose();

        var files = Directory.GetFiles(folder);
        Assert.DoesNotContain(files, file => file.EndsWith(".tmp", StringComparison.Ordinal));
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
        await store.TryWriteAsync("u", Token, null, default);
        File.WriteAllText(Directory.GetFiles(folder, "*.json").Single(), content);

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await store.ReadAsync("u", default)
        );

        Assert.Contains("is damaged. Restore it, or delete it", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_an_error_before_anything_is_renewed()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", "");

        await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await new FileTokenStore(Path.Combine(file, "below")).TryWriteAsync("u", Token, null, default)
        );
        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await new FileTokenStore(Path.Combine(file, "below")).LockAsync("u", default)
        );
        Assert.Contains(
            "A renewed token could not be stored, so none is renewed.",
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

        first.Dispose();
        (await time.PassAsync(waiting)).Dispose();
    }

    [Fact]
    public async Task A_wait_for_a_lock_follows_the_clock_it_was_given()
    {
        using var folder = new TemporaryFolder();
        var time = new FakeTimeProvider();
        var store = new FileTokenStore(folder, time);
        var first = await store.LockAsync("u", default);
        var waiting = store.LockAsync("u", default).AsTask();
        first.Dispose();

        Assert.False(waiting.IsCompleted);

        time.Advance(TimeSpan.FromMilliseconds(25));
        (await waiting.WaitAsync(TimeSpan.FromSeconds(5))).Dispose();
    }

    [Fact]
    public async Task A_folder_that_is_not_there_yet_is_made_by_a_lock_and_by_a_write()
    {
        using var folder = new TemporaryFolder();
        (await new FileTokenStore(Path.Combine(folder, "locked")).LockAsync("u", default)).Dispose();
        Assert.True(await new FileTokenStore(Path.Combine(folder, "written")).TryWriteAsync("u", Token, null, default));
    }

    [Fact]
    public async Task A_file_that_somebody_holds_open_is_an_error_that_names_it()
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.TryWriteAsync("u", Token, null, default);
        var file = Directory.GetFiles(folder, "*.json").Single();

        await using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await store.ReadAsync("u", default)
        );

        Assert.StartsWith($"The token store {file} cannot be read (", error.Message, StringComparison.Ordinal);
        Assert.Contains("Check its owner and mode.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_replaced_is_an_error_and_leaves_no_draft()
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.TryWriteAsync("u", Token, null, default);
        var file = Directory.GetFiles(folder, "*.json").Single();
        File.Delete(file);
        Directory.CreateDirectory(Path.Combine(file, "below"));

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () =>
            await store.TryWriteAsync("u", Token, null, default)
        );

        Assert.Contains("cannot be written", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "The renewed token would be lost: make the folder writable.",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.GetFiles(folder, "*.tmp"));
    }

    [Fact]
    public async Task A_token_without_refresh_token_end_and_scopes_is_kept_too()
    {
        using var folder = new TemporaryFolder();
        var store = new FileTokenStore(folder);
        await store.TryWriteAsync("u", new PinterestToken("pina_a"), null, default);
        var file = Directory.GetFiles(folder, "*.json").Single();

        Assert.Equal((null, null, null, 0), Facts((await store.ReadAsync("u", default))!.Token));
        File.WriteAllText(file, """{"access_token":"pina_a"}""");
        Assert.Equal((null, null, null, 0), Facts((await store.ReadAsync("u", default))!.Token));

        static (string?, DateTimeOffset?, DateTimeOffset?, int) Facts(PinterestToken token) =>
            (token.RefreshToken, token.ExpiresAt, token.RefreshTokenExpiresAt, token.Scopes.Count);
    }

    [Fact]
    public Task What_is_missing_is_named() =>
        Missing.IsNamedAsync(
            ("folder", () => new FileTokenStore("")),
            ("token", () => new FileTokenStore("tokens").TryWriteAsync("u", null!, null, default).AsTask())
        );
}
