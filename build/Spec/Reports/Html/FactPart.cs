namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A name and a value: a detail of a finding, or a hidden field of a form.</summary>
internal sealed record FactPart : PageModel
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the value.</summary>
    public required string Value { get; init; }

    /// <summary>Gets the page that the value leads to, without its scheme, or an empty text.</summary>
    public string Page { get; init; } = "";
}
