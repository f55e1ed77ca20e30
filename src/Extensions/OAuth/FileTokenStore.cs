using System.Security.Cryptography;
using System.Text;

namespace Pinterest.OpenApi;

/// <summary>
/// Keeps tokens in files of a folder, one for each user. Only the owner can read them (mode 0600 on systems with
/// modes). A file is replaced in one step and flushed to the disk. Several processes of one machine may share the
/// folder.
/// </summary>
/// <remarks>
/// Before a refresh is sent, disk space for the new token is reserved. A file system that copies on write does not
/// guarantee that space. The folder must be on a volume with file locks; a network share may have none.
/// </remarks>
public sealed class FileTokenStore : ITokenStore
{
    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(25);

    private readonly string _folder;
    private readonly TokenFile _format;
    private readonly TimeProvider _time;
    private volatile bool _hasLocks;

    /// <summary>Makes a store.</summary>
    /// <param name="folder">The folder; it is created when it is missing.</param>
    /// <param name="time">The clock that waits for a lock; the system's by default.</param>
    /// <param name="protector">Protects the content of the files; null leaves it readable for the owner.</param>
    public FileTokenStore(string folder, TimeProvider? time = null, ITokenProtector? protector = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = Path.GetFullPath(folder);
        _time = time ?? TimeProvider.System;
        _format = new TokenFile(protector);
    }

    /// <inheritdoc/>
    /// <value>A text with the full path of the folder.</value>
    public object Identity => $"{nameof(FileTokenStore)}:{Path.TrimEndingDirectorySeparator(_folder)}";

    /// <inheritdoc/>
    /// <exception cref="PinterestTokenStoreException">The file cannot be read or is damaged, or others may write to the
    /// folder.</exception>
    /// <exception cref="ArgumentException">The key of the user is malformed: it contains half of a surrogate pair.</exception>
    public ValueTask<PinterestToken?> ReadAsync(string user, CancellationToken cancellationToken)
    {
        TokenFolder.Check(_folder);
        return _format.ReadAsync(FileOf(user), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="PinterestTokenStoreException">The folder cannot be written to, others may write to it, or its
    /// volume has no locks.</exception>
    public async ValueTask<ITokenLock> LockAsync(string user, CancellationToken cancellationToken)
    {
        var path = FileOf(user);
        try
        {
            TokenFolder.Ensure(_folder);
            var guard = await OpenLockAsync(path + ".lock", cancellationToken).ConfigureAwait(false);
            try
            {
                CheckLocks(path + ".lock");
                var held = new FileTokenLock(guard, path, _format);
                held.Recover();
                return held;
            }
            catch
            {
                await guard.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PinterestTokenStoreException.OfFile(
                _folder,
                $"cannot be written to ({error.Message}). No token was renewed, because the new one could not be "
                    + "stored.",
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
                TokenFolder.Secure(path);
                return new FileStream(path, TokenFolder.Options(FileMode.OpenOrCreate));
            }
            catch (IOException error) when (TokenFolder.IsSharingViolation(error))
            {
                await Task.Delay(LockPoll, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    // Locks of files can be switched off for .NET, and a network share may have none. Then a file that is locked opens a
    // second time.
    private void CheckLocks(string path)
    {
        if (_hasLocks)
        {
            return;
        }

        try
        {
            new FileStream(path, TokenFolder.Options(FileMode.OpenOrCreate)).Dispose();
        }
        catch (IOException error) when (TokenFolder.IsSharingViolation(error))
        {
            _hasLocks = true;
            return;
        }

        throw PinterestTokenStoreException.OfFile(
            _folder,
            "is on a file system without file locks, so two processes could invalidate each other's tokens. Unset "
                + "DOTNET_SYSTEM_IO_DISABLEFILELOCKING, or choose a folder on a local disk."
        );
    }

    // A key may be any text, even a path; its hash is always a valid file name.
    private string FileOf(string user)
    {
        ArgumentNullException.ThrowIfNull(user);
        try
        {
            var name = Convert.ToHexStringLower(SHA256.HashData(StrictUtf8.GetBytes(user)))[..32];
            return Path.Combine(_folder, name + ".json");
        }
        catch (EncoderFallbackException error)
        {
            // Every half of a surrogate pair has the same bytes, so two users would have one file.
            throw new ArgumentException(
                "The key of the user is malformed: it contains half of a surrogate pair.",
                nameof(user),
                error
            );
        }
    }
}
