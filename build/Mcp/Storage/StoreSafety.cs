namespace Pinterest.OpenApi.Mcp.Storage;

/// <summary>What an acknowledged entry survives.</summary>
public enum StoreSafety
{
    /// <summary>
    /// A power cut: the disk has the entry before the call is made (<c>PRAGMA synchronous = FULL</c>). It costs one flush
    /// of the disk for each entry.
    /// </summary>
    Full,

    /// <summary>
    /// A killed process, but no power cut, which may take the last entries (<c>PRAGMA synchronous = NORMAL</c>). The log
    /// stays whole.
    /// </summary>
    Normal,
}
