namespace Pinterest.OpenApi.Spec.Changelog;

/// <summary>A form of line that the reader does not know.</summary>
internal sealed record UnknownForm
{
    /// <summary>Gets the form: values are replaced by X, numbers by N.</summary>
    public required string Form { get; init; }

    /// <summary>Gets the first line of that form, cut to a readable length.</summary>
    public required string Example { get; init; }

    /// <summary>Gets the number of that line, from 1.</summary>
    public required int LineNumber { get; init; }

    /// <summary>Gets how many lines have the form.</summary>
    public required int Count { get; init; }
}
