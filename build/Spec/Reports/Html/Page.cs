namespace Pinterest.OpenApi.Spec.Reports.Html;

/// <summary>A whole page: the layout puts the page's own template below the heading.</summary>
internal abstract record Page : PageModel
{
    /// <summary>Gets the text of the browser's tab.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the first line of the page.</summary>
    public virtual string Heading => Title;

    /// <summary>Gets the name of the page's template, for example diff.html.</summary>
    public abstract string Template { get; }

    /// <summary>Gets the verdict: none for a page that judges nothing, otherwise one or more.</summary>
    public IReadOnlyList<VerdictPart> Verdicts { get; init; } = [];

    /// <summary>Gets what the page was made of: the files, the date and the version of the tool.</summary>
    public IReadOnlyList<FactPart> Origin { get; init; } = [];

    /// <summary>
    /// Gets whether the page is a form for a server. A form has no script; a report may have one and sends nothing.
    /// </summary>
    public virtual bool IsDialog => false;
}
