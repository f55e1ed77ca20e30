namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>Where a sandbox answers, and the token that it takes.</summary>
/// <param name="BaseAddress">Its base address, for example http://127.0.0.1:5080/v5/.</param>
/// <param name="AccessToken">A token of it.</param>
internal sealed record SandboxAddress(Uri BaseAddress, string AccessToken)
{
    // A running sandbox is given by its address only; it says no to this token unless it takes any.
    private const string AnyToken = "sandbox";

    /// <summary>Reads the address of a sandbox that runs already.</summary>
    /// <param name="text">An http address on loopback.</param>
    /// <param name="token">A token of the sandbox, or null.</param>
    /// <returns>The address, or null when the text is none.</returns>
    public static SandboxAddress? Read(string text, string? token)
    {
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || address.Scheme != Uri.UriSchemeHttp
            || !address.IsLoopback
            || address is not { Query: "", Fragment: "", UserInfo: "" }
        )
        {
            return null;
        }

        return new SandboxAddress(new Uri(address, "/v5/"), token is { Length: > 0 } ? token : AnyToken);
    }

    /// <inheritdoc/>
    public override string ToString() => BaseAddress.ToString();
}
