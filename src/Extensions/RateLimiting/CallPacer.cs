namespace Pinterest.OpenApi;

/// <summary>
/// Gives each call the moment at which it may leave, first come, first served, so that no window ever holds more
/// calls than its quota. This is true for sliding windows and for fixed windows whose beginning is not known.
/// Example: with 2 calls a minute, calls at 0 s and 10 s move the third to 60 s.
/// </summary>
internal sealed class CallPacer(IReadOnlyList<RateLimitWindow> known)
{
    private const int LargestQuota = 100_000;

    // Calls that are sent evenly may arrive close together, so each window is taken as slightly longer than Pinterest
    // says.
    private static readonly TimeSpan LongestSlack = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private List<Window> _windows = [.. known.Select(window => new Window(window))];
    private DateTimeOffset _closedUntil;

    /// <summary>Reserves a moment, unless it is later than the caller will wait.</summary>
    /// <returns>The moment; the reservation holds only when it is not after the latest.</returns>
    public DateTimeOffset Reserve(DateTimeOffset earliest, DateTimeOffset latest)
    {
        lock (_gate)
        {
            var slot = earliest > _closedUntil ? earliest : _closedUntil;
            foreach (var window in _windows)
            {
                if (window.Earliest() is var free && free > slot)
                {
                    slot = free;
                }
            }

            if (slot <= latest)
            {
                foreach (var window in _windows)
                {
                    window.Add(slot);
                }
            }

            return slot;
        }
    }

    /// <summary>
    /// Tells whether nothing that was called still counts, so that a new pacer would do the same.
    /// </summary>
    public bool IsIdle(DateTimeOffset now)
    {
        lock (_gate)
        {
            return _closedUntil <= now && _windows.TrueForAll(window => window.IsEmptyAt(now));
        }
    }

    /// <summary>Lets nothing leave before a moment.</summary>
    public void Close(DateTimeOffset until)
    {
        lock (_gate)
        {
            _closedUntil = until > _closedUntil ? until : _closedUntil;
        }
    }

    /// <summary>Replaces the windows by those that a response names. A window that cannot be true is ignored.</summary>
    public void Adopt(IEnumerable<RateLimitWindow> said)
    {
        var windows = said.Where(window => window.Quota is > 0 and <= LargestQuota)
            .DistinctBy(window => window.Length)
            .ToList();
        lock (_gate)
        {
            if (
                windows.Count == 0
                || (windows.Count == _windows.Count && windows.All(window => _windows.Exists(mine => mine.Is(window))))
            )
            {
                return;
            }

            var past = _windows.MaxBy(window => window.Count);
            _windows = [.. windows.Select(window => new Window(window, past))];
        }
    }

    private sealed class Window
    {
        private readonly Queue<DateTimeOffset> _calls;
        private readonly int _quota;
        private readonly TimeSpan _said;
        private readonly TimeSpan _length;
        private DateTimeOffset _last;

        public Window(RateLimitWindow window, Window? past = null)
        {
            _quota = window.Quota;
            _said = window.Length;
            _length = _said + (_said / 20 < LongestSlack ? _said / 20 : LongestSlack);
            _calls = new Queue<DateTimeOffset>(
                past is null ? [] : past._calls.Skip(Math.Max(0, past._calls.Count - _quota))
            );
            _last = past?._last ?? default;
        }

        public int Count => _calls.Count;

        public bool Is(RateLimitWindow window) => window.Quota == _quota && window.Length == _said;

        public DateTimeOffset Earliest() => _calls.Count < _quota ? DateTimeOffset.MinValue : _calls.Peek() + _length;

        public bool IsEmptyAt(DateTimeOffset now) => _last + _length <= now;

        public void Add(DateTimeOffset call)
        {
            _last = call;
            if (_calls.Count == _quota)
            {
                _calls.Dequeue();
            }

            _calls.Enqueue(call);
        }
    }
}
