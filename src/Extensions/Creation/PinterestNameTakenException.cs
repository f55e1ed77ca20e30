namespace Pinterest.OpenApi;

/// <summary>
/// A board or a section of this name exists and cannot be used. The token cannot see it, or it has another privacy than
/// requested. A second one with the name cannot be created.
/// </summary>
public sealed class PinterestNameTakenException : PinterestException
{
    internal PinterestNameTakenException(string message, string name, string? existingId, Exception? inner)
        : base(SecretText.OneLine(message), inner)
    {
        Name = name;
        ExistingId = existingId;
    }

    /// <summary>Gets the requested name.</summary>
    public string Name { get; }

    /// <summary>Gets the id of the board that has another privacy; null when the existing thing is not visible.</summary>
    public string? ExistingId { get; }
}
