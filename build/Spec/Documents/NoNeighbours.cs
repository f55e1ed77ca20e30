namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>The neighbours of a description that stands alone, as one that a program passes.</summary>
/// <param name="reason">Why references to other documents are not followed, as a sentence.</param>
internal sealed class NoNeighbours(string reason) : IDocumentNeighbours
{
    /// <inheritdoc/>
    public string Start => "";

    /// <inheritdoc/>
    public FoundDocument Find(string from, string reference) => new(null, reason);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ReadDocument>> ReadAsync(
        IReadOnlyList<string> names,
        long mostBytes,
        CancellationToken cancellationToken
    ) => Task.FromResult<IReadOnlyList<ReadDocument>>([.. names.Select(name => new ReadDocument(name, null, reason))]);
}
