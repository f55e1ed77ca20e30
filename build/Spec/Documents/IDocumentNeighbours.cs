namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>The documents that references of a description may lead to.</summary>
internal interface IDocumentNeighbours
{
    /// <summary>Gets the name of the description itself.</summary>
    string Start { get; }

    /// <summary>Finds the document that a reference names; nothing is read.</summary>
    /// <param name="from">The name of the document with the reference.</param>
    /// <param name="reference">The reference without its fragment. Example: ../models/pet.yaml.</param>
    FoundDocument Find(string from, string reference);

    /// <summary>Reads documents.</summary>
    /// <param name="names">Their names, as <see cref="Find"/> gave them.</param>
    /// <param name="mostBytes">The most bytes that they may have together.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>One for each name. A document that cannot be read is no error.</returns>
    Task<IReadOnlyList<ReadDocument>> ReadAsync(
        IReadOnlyList<string> names,
        long mostBytes,
        CancellationToken cancellationToken
    );
}
