namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>The verdict of a page, in a sentence and a colour.</summary>
internal sealed record VerdictPart : PageModel
{
    /// <summary>Gets the class of the stylesheet: good, warn or bad.</summary>
    public required string Tone { get; init; }

    /// <summary>Gets the sentence.</summary>
    public required string Text { get; init; }
}
