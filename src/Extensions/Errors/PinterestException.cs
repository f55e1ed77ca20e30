namespace Pinterest.OpenApi;

/// <summary>
/// The base of everything that this library throws about a call. Wrong arguments throw what .NET throws for them.
/// </summary>
public abstract class PinterestException : Exception
{
    private protected PinterestException(string message, Exception? inner)
        : base(message, inner) { }
}
