namespace Pinterest.OpenApi;

/// <summary>The options of a registered client, in a class, as the options system needs it.</summary>
internal sealed class PinterestClientRegistration
{
    /// <summary>Gets or sets the options.</summary>
    public PinterestClientOptions Options { get; set; } = new();

    /// <summary>Gets what could not be read from the configuration.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>Gets or sets the section of the configuration that gave options, for messages; null for none.</summary>
    public string? Section { get; set; }
}
