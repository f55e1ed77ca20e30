namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>The operations that a problem of the server affects.</summary>
internal enum ProblemReach
{
    /// <summary>Nothing works: the server is not there, or refuses this worker.</summary>
    Server,

    /// <summary>Reads work, writes do not: the server is full, or a replica.</summary>
    Writes,

    /// <summary>One key does not work: another program uses it.</summary>
    Key,
}
