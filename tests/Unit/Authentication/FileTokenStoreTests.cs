using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Authentication;

public sealed class FileTokenStoreTests
{
    private static readonly PinterestToken Token = new("pina_secret", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)) { RefreshToken = "pinr_secret", RefreshTokenExpiresAt = new DateTimeOffset(2026, 3, 2, 3, 4, 5, TimeSpan.Zero), Scopes = ["pins:read"] };

    [Fact]
    public async Task What_is_written_is_read_by_another_store()
    {
        using var folder = new TemporaryFolder();
        Assert.True(await new FileTokenStore(folder).TryWriteAsync("../../user", Token, null, default));

        var read = (await new FileTokenStore(folder).ReadAsync("../../user", default))!.Token;

        Assert.Equal((Token.AccessToken, Token.RefreshToken, Token.ExpiresAt, Token.RefreshTokenExpiresAt), (read.AccessToken, read.RefreshToken, read.ExpiresAt, read.RefreshTokenExpiresAt));
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
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
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

        var error = await Assert.ThrowsAsync<PinterestTokenStoreException>(async () => await store.ReadAsync("u", default));

        Assert.Contains("is damaged. Restore it, or delete it", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_an_error_before_anything_is_renewed()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file", "");

        await Assert.ThrowsAsync<PinterestTokenStoreException>(async () => await new FileTokenStore(Path.Combine(file, "below")).TryWriteAsync("u", Token, null, default));
        await Assert.ThrowsAsync<PinterestTokenStoreException>(async () => await new FileTokenStore(Path.Combine(file, "below")).LockAsync("u", default));
    }

    [Fact]
    public async Task A_lock_keeps_others_out_until_it_is_released_and_a_wait_can_be_cancelled()
    {
        using var folder = new TemporaryFolder();
        var first = await new FileTokenStore(folder).LockAsync("u", default);
        using var source = new CancellationTokenSource();
        var cancelled = new FileTokenStore(folder).LockAsync("u", source.Token).AsTask();
        var waiting = new FileTokenStore(folder).LockAsync("u", default).AsTask();

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.False(waiting.IsCompleted);

        first.Dispose();
        (await waiting.WaitAsync(TimeSpan.FromSeconds(5))).Dispose();
    }
}
