namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>The file of the grants cannot be read or written. Nothing is allowed until it can.</summary>
public sealed class GrantFileException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="message">What is wrong, where, and what to do; it names the file without its folder.</param>
    /// <param name="inner">The cause, or null.</param>
    public GrantFileException(string message, Exception? inner = null)
        : base(message, inner) { }

    /// <summary>Gets the line that is wrong, from 1 on; null when it is no line.</summary>
    public int? Line { get; init; }
}
