namespace Pinterest.OpenApi;

/// <summary>An app registered with Pinterest. Its text form does not contain the secret.</summary>
/// <param name="Id">The app id.</param>
/// <param name="Secret">The app secret.</param>
[System.Text.Json.Serialization.JsonConverter(typeof(SecretConverter<PinterestApp>))]
[Newtonsoft.Json.JsonConverter(typeof(SecretNewtonsoftConverter))]
public sealed record PinterestApp(string Id, string Secret)
{
    /// <summary>Names the app without its secret.</summary>
    public override string ToString() => $"app {Id}";
}
