using System.Globalization;

namespace Pinterest.OpenApi.Tool.Output;

/// <summary>
/// Says on a terminal what takes its time, and for how long: one line, which is gone at the end. What is done within a
/// second is not mentioned.
/// </summary>
internal sealed class ProgressLine : IProgress<string>, IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly TextWriter _errors;
    private readonly TimeProvider _time;
    private readonly long _start;
    private readonly ITimer? _timer;
    private string _step;
    private int _shown;
    private bool _isDisposed;

    /// <summary>Begins to count.</summary>
    /// <param name="errors">What gets the line.</param>
    /// <param name="isTerminal">Whether a person looks at it; otherwise nothing is written.</param>
    /// <param name="step">What is done first.</param>
    /// <param name="time">The clock.</param>
    public ProgressLine(TextWriter errors, bool isTerminal, string step, TimeProvider time)
    {
        _errors = errors;
        _time = time;
        _step = step;
        _start = time.GetTimestamp();
        _timer = isTerminal ? time.CreateTimer(_ => Show(), null, Second, Second) : null;
    }

    /// <summary>Gets how many characters the terminal has in a line; null when it is not known.</summary>
    public int? Width { get; init; }

    /// <summary>Begins to count for the standard error.</summary>
    public static ProgressLine Start(TextWriter errors, string step)
    {
        var terminal = Terminal.Of(errors);
        return new(errors, terminal.IsTerminal, step, TimeProvider.System)
        {
            Width = terminal.Style(Terminal.Never).Width,
        };
    }

    /// <summary>Says what is done next.</summary>
    public void Report(string value)
    {
        lock (_gate)
        {
            _step = value;
        }

        if (_timer is not null && _time.GetElapsedTime(_start) >= Second)
        {
            Show();
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            _isDisposed = true;
            if (_shown > 0)
            {
                Write($"\r{new string(' ', _shown)}\r");
                _shown = 0;
            }
        }
    }

    private void Show()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            // A timer may be a little early.
            var seconds = (int)Math.Round(_time.GetElapsedTime(_start).TotalSeconds);
            var line = Cut(string.Create(CultureInfo.InvariantCulture, $"{_step} ({seconds} s)"), Width);
            Write('\r' + line.PadRight(_shown));
            _shown = line.Length;
        }
    }

    // The terminal may be gone, and an exception of a timer would end the process.
    private void Write(string text)
    {
        try
        {
            _errors.Write(text);
            _errors.Flush();
        }
        catch (IOException) { }
    }

    // A line that the terminal wraps would not be overwritten by the next one.
    private static string Cut(string line, int? width) => width is { } most && line.Length > most ? line[..most] : line;
}
