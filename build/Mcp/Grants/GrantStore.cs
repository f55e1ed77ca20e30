using Pinterest.OpenApi.Mcp.Grants.Files;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>
/// The file of the grants. Its bytes are read at every call, so that a change works at once even when it leaves the
/// length and the time of the file as they were; they are parsed when they differ. Safe for use by many threads at once,
/// and by several processes.
/// </summary>
public sealed class GrantStore : StoredGrants
{
    private static readonly TimeSpan LockTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(25);

    private readonly TimeProvider _time;

    /// <summary>Makes a store.</summary>
    /// <param name="path">The file; null for that of <see cref="ConfigurationFolder"/>. It need not exist.</param>
    /// <param name="tools">The names of all tools, to find those that are misspelt; null when they are not known.</param>
    /// <param name="time">The clock that waits for a lock; the system's by default.</param>
    public GrantStore(string? path = null, IReadOnlyCollection<string>? tools = null, TimeProvider? time = null)
        : base(tools)
    {
        File = Path.GetFullPath(path ?? ConfigurationFolder.Grants);
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Gets the full path of the file.</summary>
    public string File { get; }

    /// <inheritdoc/>
    public override string Place => File;

    /// <inheritdoc/>
    protected override string Name => Path.GetFileName(File);

    /// <inheritdoc/>
    protected override async Task<IHeldGrants> HoldAsync(CancellationToken cancellationToken)
    {
        try
        {
            OwnerFile.EnsureFolder(Path.GetDirectoryName(File)!);
            var guard = await LockAsync(cancellationToken).ConfigureAwait(false);
            return Held(guard);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(error);
        }
    }

    /// <inheritdoc/>
    protected override byte[]? ReadBytes()
    {
        try
        {
            using var file = OwnerFile.OpenRead(File);
            if (OwnerFile.IsWritableByOthers(file))
            {
                throw new GrantFileException(
                    $"{Name} may be written to by others, who could grant themselves rights. Nothing is allowed until that "
                        + "right is taken away: chmod 600."
                );
            }

            var length = RandomAccess.GetLength(file);
            CheckLength(length);
            var bytes = new byte[length];
            var read = 0;
            while (read < bytes.Length && RandomAccess.Read(file, bytes.AsSpan(read), read) is > 0 and var more)
            {
                read += more;
            }

            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new GrantFileException(
                $"{Name} cannot be read ({OwnerFile.Reason(error)}). Nothing is allowed until it can.",
                error
            );
        }
    }

    /// <inheritdoc/>
    protected override GrantFileException Missing() =>
        new(
            $"There is no file {Name} of grants, so nothing is allowed. A person makes it with 'pinterest-mcp agents add NAME'."
        );

    // The system ends a lock with its process, so a killed process leaves none behind.
    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var start = _time.GetTimestamp();
        while (true)
        {
            try
            {
                return OwnerFile.OpenLock(File + ".lock");
            }
            catch (IOException error) when (OwnerFile.IsSharingViolation(error))
            {
                if (_time.GetElapsedTime(start) > LockTime)
                {
                    throw new GrantFileException(
                        $"{Name} has been locked by another process for {LockTime.TotalSeconds:0} s. It is as it was. Try again.",
                        error
                    );
                }

                await Task.Delay(LockPoll, _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private HeldFile Held(FileStream guard)
    {
        try
        {
            return new HeldFile(this, guard, ReadBytes());
        }
        catch
        {
            guard.Dispose();
            throw;
        }
    }

    private GrantFileException NotWritten(Exception error) =>
        new(
            $"{Name} cannot be written ({OwnerFile.Reason(error)}). It is as it was. Check the rights of its folder and the "
                + "room on its disk.",
            error
        );

    private sealed class HeldFile(GrantStore store, FileStream guard, byte[]? bytes) : IHeldGrants
    {
        public byte[]? Bytes => bytes;

        public Task WriteAsync(byte[] text)
        {
            try
            {
                OwnerFile.Replace(store.File, text);
                return Task.CompletedTask;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw store.NotWritten(error);
            }
        }

        public ValueTask DisposeAsync() => guard.DisposeAsync();
    }
}
