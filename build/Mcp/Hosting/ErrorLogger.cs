using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Mcp.Approvals;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>
/// Writes the log to standard error, one line an entry. The stack of an exception is left out: it may repeat what an
/// agent sent.
/// </summary>
internal sealed class ErrorLogger(TextWriter errors, LogLevel least) : ILoggerFactory, ILoggerProvider
{
    private const int LongestLine = 2000;
    private readonly Lock _gate = new();

    /// <inheritdoc cref="ILoggerFactory.CreateLogger"/>
    public ILogger CreateLogger(string categoryName) => new Category(this, Short(categoryName), IsOurs(categoryName));

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) { }

    /// <inheritdoc/>
    public void Dispose() { }

    private static string Short(string category) => category[(category.LastIndexOf('.') + 1)..];

    private static bool IsOurs(string category) =>
        category == PinterestMcp.Name || category.StartsWith("Pinterest.", StringComparison.Ordinal);

    private void Write(LogLevel level, string category, string message)
    {
        var word = level switch
        {
            LogLevel.Critical or LogLevel.Error => "error",
            LogLevel.Warning => "warning",
            _ => "info",
        };
        lock (_gate)
        {
            errors.WriteLine($"{word}: {category}: {HarmlessText.Line(message, LongestLine)}");
        }
    }

    private sealed class Category(ErrorLogger log, string name, bool isOurs) : ILogger
    {
        // What others say of their own work is worth a line only when it went wrong.
        private readonly LogLevel _least = isOurs ? log.Least : LogLevel.Warning;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= _least && logLevel is not LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                var cause = exception is null ? "" : $" ({exception.GetType().Name})";
                log.Write(logLevel, name, formatter(state, exception) + cause);
            }
        }
    }

    private LogLevel Least { get; } = least;
}
