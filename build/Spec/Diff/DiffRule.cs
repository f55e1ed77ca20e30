namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>One kind of change, and what it means.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Area">operation, parameter, body, response, header, schema, security, server or documentation.</param>
/// <param name="Message">What happened; {0} is the place, {1} what stood there, {2} what stands there.</param>
/// <param name="InRequest">What it means for what callers send, or for a place without direction; null when it means nothing.</param>
/// <param name="InResponse">What it means for what callers get; null when it means nothing.</param>
/// <param name="Why">Why it means that.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Example">A change of this kind.</param>
internal sealed record DiffRule(
    string Id,
    string Area,
    string Message,
    Severity? InRequest,
    Severity? InResponse,
    string Why,
    string Remedy,
    string Example
)
{
    /// <summary>Gets the worst that it can mean.</summary>
    public Severity Worst =>
        (Severity)Math.Max((int)(InRequest ?? Severity.Documentation), (int)(InResponse ?? Severity.Documentation));

    /// <summary>Gives what it means in a direction; null when it means nothing.</summary>
    public Severity? In(Direction direction) => direction is Direction.Response ? InResponse : InRequest;
}
