namespace Pinterest.OpenApi;

/// <summary>A text with known values. A value that this version does not know is kept unchanged.</summary>
public interface IOpenEnum
{
    /// <summary>Gets the text on the wire.</summary>
    string Value { get; }
}

/// <summary>A text with known values. Other values are allowed.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IOpenEnum<TSelf> : IOpenEnum
    where TSelf : struct, IOpenEnum<TSelf>
{
    /// <summary>Gets the values that the description lists.</summary>
    static abstract IReadOnlyList<TSelf> Known { get; }

    /// <summary>Creates a value from its text in JSON. The text may be unknown.</summary>
    /// <param name="value">The text.</param>
    static abstract TSelf From(string value);
}
