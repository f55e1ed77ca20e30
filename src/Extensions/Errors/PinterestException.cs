namespace Pinterest.OpenApi;

/// <summary>
/// The base of everything that this library throws about a call. Wrong arguments throw what .NET throws for them.
/// </summary>
public abstract class PinterestException : Exception
{
    private const string EarlierAttempt =
        " An earlier attempt of the same call may have happened: look before sending it again.";

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
    /// Gets whether the call may have had its effect although it failed: a write whose response did not come, came from
    /// a failing server, or could not be read. Look at Pinterest's state before you send such a call again. A call that
    /// only reads, and a call that Pinterest refused or never got, has no effect.
    /// </summary>
    /// <value>True when nobody knows whether a write happened; false when it certainly did not.</value>
    public bool MayHaveHappened { get; private protected set; }

    /// <summary>
    /// Gets the bookmark of the page that failed, when an enumeration failed. Pass it as <c>bookmark</c> to enumerate
    /// from there on; everything before it was given to you. It is null when the first page failed, and for a call that is
    /// no enumeration.
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
