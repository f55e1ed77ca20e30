namespace PactNet;

/// <summary>How much of the core's log is kept.</summary>
public enum PactLogLevel
{
    /// <summary>All of it. Requests are in it with their headers, tokens included.</summary>
    Trace,

    /// <summary>What helps to find an error. Requests are in it with their headers, tokens included.</summary>
    Debug,

    /// <summary>What happens.</summary>
    Information,

    /// <summary>What may be wrong.</summary>
    Warn,

    /// <summary>What is wrong.</summary>
    Error,

    /// <summary>Nothing.</summary>
    None,
}
