using System.Globalization;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>One kind of change, and what it means.</summary>
/// <param name="Id">The stable id.</param>
internal record DiffRule(string Id)
{
    /// <summary>
    /// Gets what the rule is about: operation, parameter, body, response, header, security, server, documentation,
    /// webhook, client, or, for most rules, schema.
    /// </summary>
    public string Area { get; init; } = "schema";

    /// <summary>
    /// Gets what happened; {0} is the place, {1} the value in the base, {2} the value in the revision.
    /// </summary>
    public required string Message { get; init; }

    /// <summary>
    /// Gets what the change means for values that callers send, or for a place without a direction. Null: nothing.
    /// </summary>
    public Severity? InRequest { get; init; }

    /// <summary>Gets what the change means for values that callers receive. Null: nothing.</summary>
    public Severity? InResponse { get; init; }

    /// <summary>Gets why it means that.</summary>
    public required string Why { get; init; }

    /// <summary>Gets what a caller does about it.</summary>
    public required string Remedy { get; init; }

    /// <summary>Gets a change of this kind.</summary>
    public required string Example { get; init; }

    /// <summary>Gets the worst that it can mean.</summary>
    public Severity Worst =>
        (Severity)Math.Max((int)(InRequest ?? Severity.Documentation), (int)(InResponse ?? Severity.Documentation));

    /// <summary>Gives what it means in a direction; null when it means nothing.</summary>
    public Severity? In(Direction direction) => direction is Direction.Response ? InResponse : InRequest;

    /// <summary>Fills in the message.</summary>
    public string MessageFor(string subject, string? baseText, string? revisionText) =>
        string.Format(CultureInfo.InvariantCulture, Message, subject, baseText ?? "none", revisionText ?? "none");
}
