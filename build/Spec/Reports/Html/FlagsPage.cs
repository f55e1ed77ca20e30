namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>Pinterest's flags beside our verdict.</summary>
internal sealed record FlagsPage : Page
{
    /// <inheritdoc/>
    public override string Template => "flags.html";

    /// <summary>Gets the sentences above the tables.</summary>
    public required IReadOnlyList<string> Summary { get; init; }

    /// <summary>Gets the tables: the reasons, and the operations.</summary>
    public required IReadOnlyList<FlagTablePart> Tables { get; init; }
}
