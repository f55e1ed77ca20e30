namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>A problem of a value.</summary>
/// <param name="Place">The place within the value, for example items[0].name; empty for the value itself.</param>
/// <param name="Message">The problem, for a person.</param>
internal sealed record SchemaProblem(string Place, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Place.Length == 0 ? Message : $"{Place}: {Message}";
}
