namespace Pinterest.OpenApi;

/// <summary>
/// The base class of all exceptions of this library about a call. Invalid arguments throw the usual exceptions of .NET.
/// </summary>
public abstract class PinterestException : Exception
{
    private const string EarlierAttempt =
        " An earlier attempt of the same call may have happened. Check whether it happened before you send it again.";

    private bool _hadUncertainAttempt;
    private string? _earlierTrace;

    private protected PinterestException(string message, Exception? inner)
        : base(message, inner) { }

    /// <inheritdoc/>
    public override string Message => _hadUncertainAttempt ? base.Message + EarlierAttempt : base.Message;

    /// <inheritdoc/>
    public override string? StackTrace =>
        _earlierTrace is null ? base.StackTrace : _earlierTrace + Environment.NewLine + base.StackTrace;

    /// <summary>
    /// Gets whether the call may have had its effect although it failed. This is so for a write without a response,
    /// with a response of a failing server, or with an unreadable response. Check the state at Pinterest before you
    /// send such a call again. A call that only reads has no effect. A call that Pinterest rejected or did not receive
    /// has none either.
    /// </summary>
    /// <value>True when a write may have happened; false when it did not.</value>
    public bool MayHaveHappened { get; private protected set; }

    /// <summary>
    /// Gets the bookmark of the page that failed, when an enumeration failed. Pass it as <c>bookmark</c> to continue
    /// there. You have received all items before it. It is null when the first page failed, and for a call that is no
    /// enumeration.
    /// </summary>
    public string? ResumeBookmark { get; internal set; }

    /// <summary>Remembers that an earlier attempt of the same call may have had its effect.</summary>
    internal void AddUncertainAttempt()
    {
        if (!MayHaveHappened)
        {
            MayHaveHappened = true;
            _hadUncertainAttempt = true;
        }
    }

    /// <summary>
    /// Makes an exception that belongs to one call. All calls that wait for one renewal of a token get the same
    /// exception, and what one call learns must not show in another.
    /// </summary>
    internal PinterestException ForOneCall()
    {
        var own = (PinterestException)MemberwiseClone();
        own._earlierTrace = StackTrace;
        return own;
    }
}
