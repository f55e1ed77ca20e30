namespace Pinterest.OpenApi;

/// <summary>
/// The lock of one user's file. A new token is written into a draft that was made before, so that a disk that is full
/// by then has room for it; the draft then takes the place of the file in one step.
/// </summary>
internal sealed class FileTokenLock : ITokenLock
{
    // A token of Pinterest with its scopes needs less than 1 KiB.
    private const int Room = 8192;
    private const byte Blank = (byte)' ';

    private readonly FileStream _guard;
    private readonly TokenFile _format;
    private readonly string _path;
    private FileStream? _draft;

    /// <summary>Takes over a lock file that is open.</summary>
    public FileTokenLock(FileStream guard, string path, TokenFile format)
    {
        _guard = guard;
        _path = path;
        _format = format;
    }

    private string DraftPath => _path + ".draft";

    /// <inheritdoc/>
    public ValueTask<PinterestToken?> ReadAsync(CancellationToken cancellationToken) =>
        _format.ReadAsync(_path, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            _draft ??= new FileStream(DraftPath, TokenFolder.Options(FileMode.Create));
            var room = new byte[Room];
            Array.Fill(room, Blank);
            _draft.Position = 0;
            await _draft.WriteAsync(room, cancellationToken).ConfigureAwait(false);
            _draft.Flush(flushToDisk: true);
            TokenFolder.Flush(Path.GetDirectoryName(_path)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(error, "No token was renewed, because the new one could not be stored.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask<bool> SaveAsync(PinterestToken token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // Cannot be cancelled from here on: the old refresh token may have ended already.
            _draft ??= new FileStream(DraftPath, TokenFolder.Options(FileMode.Create));
            _draft.Position = 0;
            await _draft.WriteAsync(Padded(_format.Format(token)), CancellationToken.None).ConfigureAwait(false);
            _draft.Flush(flushToDisk: true);
            await _draft.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(error, "The renewed token is not stored. Free disk space, or make the folder writable.");
        }

        // The draft is whole from here on. When it cannot take its place now, it does so under the next lock.
        _draft = null;
        Replace();
        return true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_draft is not null)
            {
                await _draft.DisposeAsync().ConfigureAwait(false);
                File.Delete(DraftPath);
            }
        }
        finally
        {
            await _guard.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Clears up after a process that was killed: a draft that holds a whole token takes the place of the file, because
    /// it is newer. Other drafts are deleted.
    /// </summary>
    public void Recover()
    {
        if (File.Exists(DraftPath))
        {
            TokenFolder.Secure(DraftPath);
            if (IsWhole(DraftPath))
            {
                File.Move(DraftPath, _path, overwrite: true);
            }
            else
            {
                File.Delete(DraftPath);
            }
        }

        foreach (
            var left in Directory.EnumerateFiles(Path.GetDirectoryName(_path)!, $"{Path.GetFileName(_path)}.*.tmp")
        )
        {
            File.Delete(left);
        }
    }

    private void Replace()
    {
        try
        {
            File.Move(DraftPath, _path, overwrite: true);
            TokenFolder.Flush(Path.GetDirectoryName(_path)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(
                error,
                "Remove a file or folder that blocks it, or make the folder writable. The renewed token is in the "
                    + "draft "
                    + "next to it; the next call stores it."
            );
        }
    }

    private bool IsWhole(string path)
    {
        try
        {
            _format.Parse(path, File.ReadAllBytes(path));
            return true;
        }
        catch (PinterestTokenStoreException)
        {
            return false;
        }
    }

    // The whole room is written over, so that nothing of what stood there follows the token.
    private static byte[] Padded(byte[] content)
    {
        var padded = new byte[Math.Max(content.Length, Room)];
        Array.Fill(padded, Blank);
        content.CopyTo(padded, 0);
        return padded;
    }

    private PinterestTokenStoreException CannotWrite(Exception error, string advice) =>
        PinterestTokenStoreException.OfFile(_path, $"cannot be written ({error.Message}). {advice}", error);
}
