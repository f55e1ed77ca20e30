namespace Pinterest.OpenApi.Redis.Pacing;

/// <summary>What the server said to a request for a block.</summary>
internal readonly record struct BlockReply
{
    /// <summary>Gets the block; null when the wait is too long.</summary>
    public CallBlock? Block { get; init; }

    /// <summary>Gets how long the first call must wait.</summary>
    public required TimeSpan Wait { get; init; }

    /// <summary>Gets whether the limit of all categories together makes it wait.</summary>
    public required bool IsOfAllCategories { get; init; }

    /// <summary>Gets when the request was sent, as a timestamp of the clock.</summary>
    public required long Sent { get; init; }

    /// <summary>Gets when the reply came, as a timestamp of the clock.</summary>
    public required long Received { get; init; }
}
