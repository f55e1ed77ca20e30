namespace Pinterest.OpenApi;

/// <summary>How a client reaches Pinterest.</summary>
public sealed record PinterestClientOptions
{
    /// <summary>Pinterest's production API.</summary>
    public static readonly Uri Production = new("https://api.pinterest.com/v5");

    /// <summary>Pinterest's sandbox. Its tokens are not those of production.</summary>
    public static readonly Uri Sandbox = new("https://api-sandbox.pinterest.com/v5");

    /// <summary>Gets the address that paths are appended to.</summary>
    /// <value>The default is <see cref="Production"/>. Plain http is accepted on loopback only.</value>
    public Uri BaseAddress { get; init; } = Production;

    /// <summary>Gets the access token that is sent as bearer, or null to send none.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Gets what is told of each reply, successful or not, before it is read: status, rate limits, request id.</summary>
    public Action<PinterestResponse>? OnResponse { get; init; }

    /// <summary>Names the options without the token.</summary>
    public override string ToString() => $"Pinterest API at {BaseAddress}, {(AccessToken is null ? "no access token" : "with an access token")}";

    internal void Validate()
    {
        if (!BaseAddress.IsAbsoluteUri || !(BaseAddress.Scheme == Uri.UriSchemeHttps || (BaseAddress.Scheme == Uri.UriSchemeHttp && BaseAddress.IsLoopback)))
            throw new ArgumentException($"The base address '{BaseAddress}' is neither https nor on loopback. Tokens are sent to it, so it must be.", nameof(BaseAddress));
    }
}
