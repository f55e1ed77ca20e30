namespace Pinterest.OpenApi.Mcp.Commands;

/// <summary>A command cannot go on. Its message is printed in one line, without a stack.</summary>
/// <param name="message">What happened, to what, and what to do.</param>
/// <param name="code">The exit code: <see cref="ExitCodes.Misuse"/> or <see cref="ExitCodes.Environment"/>.</param>
/// <param name="inner">The cause.</param>
internal sealed class CommandException(string message, int code = ExitCodes.Misuse, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>Gets the exit code.</summary>
    public int Code { get; } = code;
}
