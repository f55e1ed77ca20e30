using Pinterest.OpenApi.Mcp.Grants.Files;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>
/// The file of the grants. Its bytes are read at every call, so that a change works at once even when it leaves the
/// length and the time of the file as they were; they are parsed when they differ. Safe for use by many threads at once,
/// and by several processes.
/// </summary>
public sealed class GrantStore : IGrantSource
{
    private static readonly TimeSpan LockTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(25);

    private readonly IReadOnlyCollection<string>? _tools;
    private readonly TimeProvider _time;
    private volatile Parsed? _last;

    /// <summary>Makes a store.</summary>
    /// <param name="path">The file; null for that of <see cref="ConfigurationFolder"/>. It need not exist.</param>
    /// <param name="tools">The names of all tools, to find those that are misspelt; null when they are not known.</param>
    /// <param name="time">The clock that waits for a lock; the system's by default.</param>
    public GrantStore(string? path = null, IReadOnlyCollection<string>? tools = null, TimeProvider? time = null)
    {
        File = Path.GetFullPath(path ?? ConfigurationFolder.Grants);
        _tools = tools;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Gets the full path of the file.</summary>
    public string File { get; }

    private string Name => Path.GetFileName(File);

    /// <inheritdoc/>
    public AgentGrant? Find(string agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return Read().Agents.GetValueOrDefault(agent);
    }

    /// <summary>Reads the grants as they stand now.</summary>
    /// <exception cref="GrantFileException">There is no file, it cannot be read, others may write to it, or something is
    /// wrong in it. Then nothing is allowed.</exception>
    public GrantFile Read()
    {
        var bytes = ReadBytes() ?? throw Missing();
        var last = _last;
        if (last is not null && bytes.AsSpan().SequenceEqual(last.Bytes))
        {
            return last.Grants;
        }

        var grants = GrantFile.Parse(bytes, Name, _tools);
        _last = new Parsed(bytes, grants);
        return grants;
    }

    /// <summary>
    /// Changes the grants under a lock that all processes respect, and replaces the file in one step. A file that does
    /// not exist is made, for its owner only.
    /// </summary>
    /// <param name="change">Makes the new grants of the old. Comments of the file are lost.</param>
    /// <param name="announce">Is told before the file is written; what it throws leaves the file as it was. Null for
    /// nobody.</param>
    /// <param name="cancellationToken">Ends the wait for the lock.</param>
    /// <returns>The grants of before and of now.</returns>
    /// <exception cref="GrantFileException">The file cannot be read, locked or written. It stays as it was.</exception>
    public async Task<GrantChange> UpdateAsync(
        Func<GrantFile, GrantFile> change,
        Func<GrantChange, CancellationToken, Task>? announce = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(change);
        try
        {
            OwnerFile.EnsureFolder(Path.GetDirectoryName(File)!);
            await using var guard = await LockAsync(cancellationToken).ConfigureAwait(false);
            var before = ReadBytes() is { } bytes ? GrantFile.Parse(bytes, Name, _tools) : GrantFile.Empty;
            var after = change(before);
            var text = System.Text.Encoding.UTF8.GetBytes(after.Format());

            // What was written must be readable; otherwise the next call would find nothing allowed.
            _ = GrantFile.Parse(text, Name, _tools);
            CheckLength(text.Length);
            if (announce is not null)
            {
                await announce(new GrantChange(before, after), cancellationToken).ConfigureAwait(false);
            }

            OwnerFile.Replace(File, text);
            return new GrantChange(before, after);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new GrantFileException(
                $"{Name} cannot be written ({OwnerFile.Reason(error)}). It is as it was. Check the rights of its folder and the "
                    + "room on its disk.",
                error
            );
        }
    }

    private byte[]? ReadBytes()
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

    private void CheckLength(long length)
    {
        if (length > GrantFile.MaxBytes)
        {
            throw new GrantFileException(
                $"{Name} is larger than {GrantFile.MaxBytes} bytes. Nothing is allowed until it is smaller."
            );
        }
    }

    private GrantFileException Missing() =>
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

    private sealed record Parsed(byte[] Bytes, GrantFile Grants);
}
