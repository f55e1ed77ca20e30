using System.Text;

namespace Samples.Tests.Support;

/// <summary>What a sample has written, and a way to wait for a line of it.</summary>
internal sealed class WatchedWriter(Action? onLine = null) : TextWriter
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private readonly List<(string Text, TaskCompletionSource<string> Seen)> _waiting = [];

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        lock (_gate)
        {
            _text.Append(value);
            foreach (var (text, seen) in _waiting)
            {
                if (Find(text) is { } line)
                {
                    seen.TrySetResult(line);
                }
            }
        }

        if (value is not null && value.EndsWith('\n'))
        {
            onLine?.Invoke();
        }
    }

    /// <summary>
    /// Gives the first whole line that holds a text, as soon as there is one. A sample that ends without it says
    /// why.
    /// </summary>
    public async Task<string> LineAsync(string text, Task sample)
    {
        var line = Wait(text);
        await Task.WhenAny(line, sample).WaitAsync(Stage.Limit);
        if (!line.IsCompleted)
        {
            await sample;
            Assert.Fail($"The sample ended without a line with '{text}':\n{this}");
        }

        return await line;
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return _text.ToString();
        }
    }

    private Task<string> Wait(string text)
    {
        lock (_gate)
        {
            var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            if (Find(text) is { } line)
            {
                seen.SetResult(line);
            }
            else
            {
                _waiting.Add((text, seen));
            }

            return seen.Task;
        }
    }

    // What stands after the last line break is no whole line yet.
    private string? Find(string text) =>
        _text
            .ToString()
            .Split('\n')[..^1]
            .Select(line => line.TrimEnd('\r'))
            .FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal));
}
