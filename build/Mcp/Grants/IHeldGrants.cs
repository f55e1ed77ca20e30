namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>Grants that nobody else changes until this is disposed of.</summary>
public interface IHeldGrants : IAsyncDisposable
{
    /// <summary>Gets the text, in UTF-8; null when there is none.</summary>
    byte[]? Bytes { get; }

    /// <summary>Replaces the text in one step.</summary>
    /// <exception cref="GrantFileException">It cannot be written. It is as it was.</exception>
    Task WriteAsync(byte[] text);
}
