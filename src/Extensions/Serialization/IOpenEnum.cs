namespace Pinterest.OpenApi;

/// <summary>
/// A text with known values that may grow: a value that this version does not know is kept as it came.
/// </summary>
public interface IOpenEnum
{
    /// <summary>Gets the text on the wire.</summary>
    string Value { get; }
}

/// <summary>A text with known values that may grow.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IOpenEnum<TSelf> : IOpenEnum
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>Gets the values that the description lists.</summary>
    static abstract IReadOnlyList<TSelf> Known { get; }

    /// <summary>Makes a value from its text on the wire, known or not.</summary>
    /// <param name="value">The text.</param>
    static abstract TSelf From(string value);
}
