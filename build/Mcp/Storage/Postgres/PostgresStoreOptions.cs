namespace Pinterest.OpenApi.Mcp.Storage.Postgres;

/// <summary>How long a <see cref="PostgresStore"/> waits.</summary>
public sealed record PostgresStoreOptions
{
    /// <summary>The longest of these times: 1 hour.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Gets how long one writer waits for the others of all machines.</summary>
    /// <value>From 1 millisecond to 1 hour. The default is 5 seconds.</value>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Gets how long one statement may take. After the same time the server ends a writer's transaction that does nothing,
    /// so that a machine that stands still does not hold up the others.
    /// </summary>
    /// <value>From 1 millisecond to 1 hour. The default is 10 seconds.</value>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(10);
}
