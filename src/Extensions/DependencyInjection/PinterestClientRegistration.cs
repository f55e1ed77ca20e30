namespace Pinterest.OpenApi;

/// <summary>The options of a registered client, in a class, as the options system needs it.</summary>
internal sealed class PinterestClientRegistration
{
    public PinterestClientOptions Options { get; set; } = new();
}
