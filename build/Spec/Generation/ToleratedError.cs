namespace Pinterest.OpenApi.Spec.Generation;

/// <summary>
/// An error of Microsoft.OpenApi.Readers that was examined and accepted. It stands under <c>x-tolerated-errors</c>
/// of an overlay.
/// </summary>
/// <param name="Rule">The rule's name, or Reference for a reference that the reader does not follow.</param>
/// <param name="Pointer">Where it is reported.</param>
/// <param name="Text">A part of its message, or null when rule and pointer are enough.</param>
/// <param name="Reason">Why it does no harm.</param>
internal sealed record ToleratedError(string Rule, string Pointer, string? Text, string Reason)
{
    /// <summary>Tells whether a reported error is this one.</summary>
    public bool Matches(string rule, string pointer, string message) =>
        rule == Rule
        && (pointer == Pointer || Pointer == "*")
        && (Text is null || message.Contains(Text, StringComparison.Ordinal));
}
