namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>The exit codes of every command.</summary>
internal static class ExitCodes
{
    /// <summary>All is well.</summary>
    public const int Good = 0;

    /// <summary>The command found what it looks for, for example a broken entry of the log.</summary>
    public const int Found = 1;

    /// <summary>Wrong arguments or unreadable input.</summary>
    public const int Misuse = 2;

    /// <summary>The surroundings failed: a full disk, a port that is taken, a missing program.</summary>
    public const int Environment = 3;

    /// <summary>The server has a fault.</summary>
    public const int Fault = 4;
}
