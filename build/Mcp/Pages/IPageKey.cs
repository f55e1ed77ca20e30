namespace Pinterest.OpenApi.Mcp.Pages;

/// <summary>The person's key, as it stands now.</summary>
internal interface IPageKey
{
    /// <summary>The command that makes a key.</summary>
    const string Command = "pinterest-mcp page key";

    /// <summary>Gets whether there is a key at all.</summary>
    /// <exception cref="IOException">The file of the key cannot be read.</exception>
    bool Exists { get; }

    /// <summary>Takes a key.</summary>
    /// <param name="key">What was sent.</param>
    /// <returns>A mark of this key, which is no secret; or null when it is not the person's key.</returns>
    /// <exception cref="IOException">The file of the key cannot be read.</exception>
    string? Accept(string? key);

    /// <summary>Tells whether the key of a mark is still the person's key.</summary>
    /// <exception cref="IOException">The file of the key cannot be read.</exception>
    bool IsCurrent(string mark);
}
