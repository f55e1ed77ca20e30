namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>A description that was found, before it is read.</summary>
/// <param name="Bytes">Its bytes, not compressed.</param>
/// <param name="Name">How messages call it.</param>
/// <param name="Neighbours">The documents that its references may lead to.</param>
internal sealed record OpenedSource(byte[] Bytes, string Name, IDocumentNeighbours Neighbours);
