namespace Pinterest.OpenApi.Metadata;

public static partial class Operations
{
    /// <summary>Finds an operation that hand-written code calls. The description may have dropped it.</summary>
    /// <exception cref="NotSupportedException">The description has no such operation.</exception>
    internal static Operation Find(string id) =>
        All.FirstOrDefault(operation => operation.Id == id)
        ?? throw new NotSupportedException($"This client was built from a description without the operation {id}.");
}
