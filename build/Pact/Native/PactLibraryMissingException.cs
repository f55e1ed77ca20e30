namespace Pinterest.OpenApi.PactCore;

/// <summary>The native library is not there or cannot be used: says in one line which npm package holds it.</summary>
public sealed class PactLibraryMissingException : Exception
{
    internal PactLibraryMissingException(string message, Exception? inner = null)
        : base(message, inner) { }
}
