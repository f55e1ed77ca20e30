using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Keeps tokens in files of a folder, one for each user, readable by the owner only (mode 0600 where there are
/// modes). A file is replaced in one step, and several processes of one machine may share the folder.
/// </summary>
public sealed class FileTokenStore : ITokenStore
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(25);

    private readonly string _folder;
    private readonly TimeProvider _time;

    /// <summary>Makes a store.</summary>
    /// <param name="folder">The folder; it is created when it is missing.</param>
    /// <param name="time">The clock that waits for a lock; the system's by default.</param>
    public FileTokenStore(string folder, TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = Path.GetFullPath(folder);
        _time = time ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    /// <exception cref="PinterestTokenStoreException">The file cannot be read or is damaged.</exception>
    public async ValueTask<StoredToken?> ReadAsync(string user, CancellationToken cancellationToken)
    {
        var path = FileOf(user);
        try
        {
            if (!File.Exists(path))
            {
                return null;
            }

            var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            return new StoredToken(Parse(bytes), Convert.ToHexString(SHA256.HashData(bytes)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PinterestTokenStoreException(
                path,
                $"cannot be read ({error.Message}). Check its owner and mode.",
                error
            );
        }
        catch (Exception error)
            when (error is JsonException or ArgumentException or FormatException or InvalidCastException)
        {
            // The content is a secret. The parser's error may quote it, so neither is shown.
            throw new PinterestTokenStoreException(
                path,
                "is damaged. Restore it, or delete it and let the user sign in again.",
                null
            );
        }
    }

    /// <inheritdoc/>
    /// <exception cref="PinterestTokenStoreException">The file cannot be written.</exception>
    public async ValueTask<bool> TryWriteAsync(
        string user,
        PinterestToken token,
        string? expectedVersion,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(token);
        var path = FileOf(user);
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Directory.CreateDirectory(_folder);
            using var guard = await OpenLockAsync(path + ".write", cancellationToken).ConfigureAwait(false);
            if ((await ReadAsync(user, cancellationToken).ConfigureAwait(false))?.Version != expectedVersion)
            {
                return false;
            }

            await WriteThroughAsync(draft, Format(token)).ConfigureAwait(false);
            File.Move(draft, path, overwrite: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PinterestTokenStoreException(
                path,
                $"cannot be written ({error.Message}). The renewed token would be lost: make the folder writable.",
                error
            );
        }
        finally
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }
        }
    }

    /// <inheritdoc/>
    /// <exception cref="PinterestTokenStoreException">The folder cannot be written to.</exception>
    public async ValueTask<IDisposable> LockAsync(string user, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(_folder);
            return await OpenLockAsync(FileOf(user) + ".lock", cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PinterestTokenStoreException(
                _folder,
                $"cannot be written to ({error.Message}). A renewed token could not be stored, so none is renewed.",
                error
            );
        }
    }

    // The operating system ends a lock with its process, so a killed process leaves none behind.
    private async ValueTask<FileStream> OpenLockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, Options(FileMode.OpenOrCreate));
            }
            catch (IOException) when (Directory.Exists(_folder))
            {
                await Task.Delay(LockPoll, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task WriteThroughAsync(string path, byte[] content)
    {
        var file = new FileStream(path, Options(FileMode.CreateNew));
        await using (file.ConfigureAwait(false))
        {
            // Cannot be cancelled from here on: the old refresh token may have ended already.
            await file.WriteAsync(content, CancellationToken.None).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    private static byte[] Format(PinterestToken token) =>
        Encoding.UTF8.GetBytes(
            new JObject
            {
                ["access_token"] = token.AccessToken,
                ["expires_at"] = token.ExpiresAt?.ToString("O", null),
                ["refresh_token"] = token.RefreshToken,
                ["refresh_token_expires_at"] = token.RefreshTokenExpiresAt?.ToString("O", null),
                ["scopes"] = new JArray(token.Scopes),
            }.ToString(Formatting.None)
        );

    private static PinterestToken Parse(byte[] bytes)
    {
        using var reader = JsonText.Open(new StringReader(Encoding.UTF8.GetString(bytes)));
        var root = JObject.Load(reader);
        return new PinterestToken(
            (string?)root["access_token"] ?? throw new FormatException(),
            Time(root["expires_at"])
        )
        {
            RefreshToken = (string?)root["refresh_token"],
            RefreshTokenExpiresAt = Time(root["refresh_token_expires_at"]),
            Scopes = [.. (root["scopes"] as JArray ?? []).Select(scope => (string)scope!)],
        };
    }

    private static DateTimeOffset? Time(JToken? value) =>
        (string?)value is { } text ? DateTimeOffset.ParseExact(text, "O", null) : null;

    // A key may be anything, even a path; its hash is always a valid file name.
    private string FileOf(string user) =>
        Path.Combine(_folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(user)))[..32] + ".json");
}
