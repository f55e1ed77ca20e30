namespace Pinterest.OpenApi.Spec.Reports;

/// <summary>A column of a table in text.</summary>
/// <param name="Head">Its heading.</param>
/// <param name="IsNumber">Whether its cells stand at the right.</param>
internal sealed record TextColumn(string Head, bool IsNumber = false)
{
    /// <summary>Gets its name where no other column stands beside it. Example: operations added, for the head +.</summary>
    public string Name { get; init; } = Head;
}
