namespace Pinterest.OpenApi.Mcp.Storage;

/// <summary>How an <see cref="AgentStore"/> writes.</summary>
public sealed record AgentStoreOptions
{
    /// <summary>Gets what an acknowledged entry survives.</summary>
    /// <value>
    /// The default is <see cref="StoreSafety.Full"/>: an entry that a power cut takes would leave a call without a trace.
    /// </value>
    public StoreSafety Safety { get; init; } = StoreSafety.Full;

    /// <summary>Gets how long one operation waits for another one of this or another process.</summary>
    /// <value>From 1 millisecond to 1 minute. The default is 5 seconds.</value>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);
}
