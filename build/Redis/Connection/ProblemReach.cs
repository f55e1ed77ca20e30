namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>What a problem of the server keeps from working.</summary>
internal enum ProblemReach
{
    /// <summary>Nothing works: the server is not there, or refuses this worker.</summary>
    Server,

    /// <summary>Reads work, writes do not: the server is full, or a replica.</summary>
    Writes,

    /// <summary>One key does not work: somebody else uses it.</summary>
    Key,
}
