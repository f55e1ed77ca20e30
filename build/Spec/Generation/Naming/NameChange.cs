namespace Pinterest.OpenApi.Spec.Generation.Naming;

/// <summary>One difference between the names and their lock.</summary>
/// <param name="Section">The kind of name.</param>
/// <param name="Key">What it stands for.</param>
/// <param name="Old">The locked name, or null when the name is new.</param>
/// <param name="New">The name now, or null when it would vanish.</param>
internal sealed record NameChange(string Section, string Key, string? Old, string? New)
{
    /// <summary>
    /// Gets whether code that uses the client would stop to compile. Where a type comes from is no name of the client:
    /// its models are a section of their own.
    /// </summary>
    public bool IsBreak =>
        Old is not null && Section is not NameRegistry.RenamedSchemas and not NameRegistry.InlineModels;

    /// <inheritdoc/>
    public override string ToString() =>
        (Old, New) switch
        {
            (null, _) when Section == NameRegistry.RenamedSchemas => $"kept: the schema {Key} keeps the C# name {New}",
            (null, _) => $"new: {Section} {Key} is {New}",
            (_, null) => $"vanishes: {Section} {Key} was {Old}",
            _ => $"renamed: {Section} {Key} was {Old}, would be {New}",
        };
}
