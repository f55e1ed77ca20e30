namespace Pinterest.OpenApi.Mcp.SignIn;

/// <summary>The OAuth issuer whose tokens say which agent calls.</summary>
public sealed record IssuerOptions
{
    /// <summary>Gets the address of the issuer, as its tokens name it; https, or http on this machine.</summary>
    public required string Authority { get; init; }

    /// <summary>Gets the address that tokens must be made for, or null for the address of this server.</summary>
    public string? Resource { get; init; }

    /// <summary>
    /// Gets the claim that names the agent, or null for the first of client_id, azp and sub that a token has.
    /// </summary>
    public string? AgentClaim { get; init; }

    /// <summary>Gets the scopes that a token must have.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Says what is wrong with an address of an issuer, or null.</summary>
    public static string? ProblemOfAuthority(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && IsSafe(address) && IsPlain(address)
            ? null
            : "pass the https address of an issuer, such as https://login.example.com; http only on this machine.";

    /// <summary>Says what is wrong with an address of this server, or null.</summary>
    public static string? ProblemOfResource(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && IsSafe(address) && IsPlain(address)
            ? null
            : "pass the https address that agents call, such as https://mcp.example.com/mcp; http only on this machine.";

    /// <summary>Tells whether what is sent to an address cannot be read or changed on its way.</summary>
    internal static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static bool IsPlain(Uri address) =>
        address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;
}
