using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>
/// What may be sent now, within one step of one call. It follows the step through its awaits, and ends with it: a task
/// that was left running sends nothing more.
/// </summary>
internal sealed class CallScope : IDisposable
{
    private static readonly AsyncLocal<CallScope?> Flowing = new();

    private readonly Lock _gate = new();
    private readonly HashSet<string> _operations;
    private readonly HashSet<string> _addresses = [];
    private readonly CallScope? _outer;
    private bool _isOpen = true;
    private int _unanswered;
    private int _changes;

    private CallScope(IEnumerable<string> operations)
    {
        _operations = [.. operations];
        _outer = Flowing.Value;
        Flowing.Value = this;
    }

    /// <summary>Gets the scope of the step that runs now, or null.</summary>
    public static CallScope? Current => Flowing.Value;

    /// <summary>
    /// Gets whether something was changed, or may have been: a write succeeded, or was sent and not answered. An upload
    /// that was registered only does not count.
    /// </summary>
    public bool MayHaveChanged
    {
        get
        {
            lock (_gate)
            {
                return _unanswered > 0 || _changes > 0;
            }
        }
    }

    /// <summary>Opens a scope for the awaits of the calling method.</summary>
    /// <param name="operations">The ids of the operations that may be sent.</param>
    public static CallScope Open(IEnumerable<string> operations) => new(operations);

    /// <summary>Tells whether an operation may be sent.</summary>
    public bool Allows(string operation)
    {
        lock (_gate)
        {
            return _isOpen && _operations.Contains(operation);
        }
    }

    /// <summary>Tells whether a request beside the API may be sent, for example an upload.</summary>
    public bool AllowsAddress(HttpMethod method, Uri address)
    {
        lock (_gate)
        {
            return _isOpen && _addresses.Contains(Key(method, address));
        }
    }

    /// <summary>Allows a request to an address that Pinterest named.</summary>
    public void AllowAddress(HttpMethod method, Uri address)
    {
        lock (_gate)
        {
            _addresses.Add(Key(method, address));
        }
    }

    /// <summary>Notes that a request leaves.</summary>
    public void Sending(string operation)
    {
        if (IsChange(operation))
        {
            lock (_gate)
            {
                _unanswered++;
            }
        }
    }

    /// <summary>Notes that a response came. One of a failing server tells nothing, so it counts as none.</summary>
    public void Answered(string operation, int status)
    {
        const int FirstSuccess = 200;
        const int FirstRedirect = 300;
        const int FirstServerError = 500;
        if (!IsChange(operation) || status >= FirstServerError)
        {
            return;
        }

        lock (_gate)
        {
            _unanswered--;
            _changes += status is >= FirstSuccess and < FirstRedirect ? 1 : 0;
        }
    }

    /// <summary>Notes that a request certainly never left.</summary>
    public void NotSent(string operation)
    {
        if (IsChange(operation))
        {
            lock (_gate)
            {
                _unanswered--;
            }
        }
    }

    /// <summary>Ends the scope.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOpen = false;
        }

        Flowing.Value = _outer;
    }

    private static bool IsChange(string operation) =>
        operation != "media/create" && OperationAreas.KindOf(operation) != CallKind.Read;

    private static string Key(HttpMethod method, Uri address) => $"{method} {address.AbsoluteUri}";
}
