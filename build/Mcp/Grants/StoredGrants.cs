namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>
/// The grants as one text: a file (<see cref="GrantStore"/>), or a row of a database. The text is read at every call, so
/// that a change works at once; it is parsed when it differs. Safe for use by many threads at once.
/// </summary>
public abstract class StoredGrants : IGrantSource
{
    private readonly IReadOnlyCollection<string>? _tools;
    private volatile Parsed? _last;

    /// <summary>Makes a store.</summary>
    /// <param name="tools">The names of all tools, to find those that are misspelt; null when they are not known.</param>
    protected StoredGrants(IReadOnlyCollection<string>? tools) => _tools = tools;

    /// <summary>Gets where the grants are, for the person who changes them: a full path, or a database.</summary>
    public abstract string Place { get; }

    /// <summary>Gets what messages call it. An agent sees it, so it has no folder.</summary>
    protected abstract string Name { get; }

    /// <inheritdoc/>
    public AgentGrant? Find(string agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        return Read().Agents.GetValueOrDefault(agent);
    }

    /// <summary>Reads the grants as they stand now.</summary>
    /// <exception cref="GrantFileException">There are none, they cannot be read, others may write to them, or something
    /// is wrong in them. Then nothing is allowed.</exception>
    public GrantFile Read() => Parse(ReadBytes() ?? throw Missing());

    /// <summary>Reads the grants as they stand now, for a person; none when nothing was granted yet.</summary>
    /// <exception cref="GrantFileException">They cannot be read, or something is wrong in them.</exception>
    public GrantFile ReadOrEmpty() => ReadBytes() is { } bytes ? Parse(bytes) : GrantFile.Empty;

    /// <summary>
    /// Changes the grants under a lock that all processes respect, and replaces them in one step. Where there are none,
    /// they are made.
    /// </summary>
    /// <param name="change">Makes the new grants of the old. Comments are lost.</param>
    /// <param name="announce">Is told before the grants are written; what it throws leaves them as they were. Null for
    /// nobody.</param>
    /// <param name="cancellationToken">Ends the wait for the lock.</param>
    /// <returns>The grants of before and of now.</returns>
    /// <exception cref="GrantFileException">The grants cannot be read, locked or written. They stay as they were.</exception>
    public async Task<GrantChange> UpdateAsync(
        Func<GrantFile, GrantFile> change,
        Func<GrantChange, CancellationToken, Task>? announce = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(change);
        var held = await HoldAsync(cancellationToken).ConfigureAwait(false);
        await using var letting = held.ConfigureAwait(false);
        var before = held.Bytes is { } bytes ? GrantFile.Parse(bytes, Name, _tools) : GrantFile.Empty;
        var after = change(before);
        var text = System.Text.Encoding.UTF8.GetBytes(after.Format());

        // What was written must be readable; otherwise the next call would find nothing allowed.
        _ = GrantFile.Parse(text, Name, _tools);
        CheckLength(text.Length);
        if (announce is not null)
        {
            await announce(new GrantChange(before, after), cancellationToken).ConfigureAwait(false);
        }

        await held.WriteAsync(text).ConfigureAwait(false);
        return new GrantChange(before, after);
    }

    /// <summary>Reads the text; null when there is none.</summary>
    /// <exception cref="GrantFileException">It cannot be read.</exception>
    protected abstract byte[]? ReadBytes();

    /// <summary>Locks the grants for one change.</summary>
    /// <exception cref="GrantFileException">They cannot be locked or read.</exception>
    protected abstract Task<IHeldGrants> HoldAsync(CancellationToken cancellationToken);

    /// <summary>Makes what is thrown when there are no grants.</summary>
    protected abstract GrantFileException Missing();

    /// <summary>Refuses a text that is too large.</summary>
    /// <exception cref="GrantFileException">It is.</exception>
    protected void CheckLength(long length)
    {
        if (length > GrantFile.MaxBytes)
        {
            throw new GrantFileException(
                $"{Name} is larger than {GrantFile.MaxBytes} bytes. Nothing is allowed until it is smaller."
            );
        }
    }

    private GrantFile Parse(byte[] bytes)
    {
        var last = _last;
        if (last is not null && bytes.AsSpan().SequenceEqual(last.Bytes))
        {
            return last.Grants;
        }

        var grants = GrantFile.Parse(bytes, Name, _tools);
        _last = new Parsed(bytes, grants);
        return grants;
    }

    private sealed record Parsed(byte[] Bytes, GrantFile Grants);
}
