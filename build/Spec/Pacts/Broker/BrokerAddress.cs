namespace Pinterest.OpenApi.Spec.Pacts.Broker;

/// <summary>
/// The address of a broker, and of what its answers link to. A credential is sent to this host only.
/// </summary>
internal sealed class BrokerAddress
{
    private const string Option = "--broker";

    private BrokerAddress(Uri root) => Root = root;

    /// <summary>Gets the address, which ends in a slash.</summary>
    public Uri Root { get; }

    /// <summary>Reads an address.</summary>
    /// <exception cref="SpecException">The address is not https (http on loopback), or holds a user.</exception>
    public static BrokerAddress Read(string text)
    {
        if (
            !Uri.TryCreate(text, UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        )
        {
            throw new SpecException(
                Option,
                "This is not an https address (http on loopback only).",
                "Pass the address of the broker. Example: https://broker.example.com."
            );
        }

        // The text itself is not repeated: it holds a password.
        if (address.UserInfo.Length > 0)
        {
            throw new SpecException(
                Option,
                "The address holds a user. Other users of this machine can read arguments.",
                $"Put the user into {BrokerCredential.UserVariable} and the password into {BrokerCredential.PasswordVariable}."
            );
        }

        return new BrokerAddress(
            new UriBuilder(address)
            {
                Path = address.AbsolutePath.TrimEnd('/') + "/",
                Query = "",
                Fragment = "",
            }.Uri
        );
    }

    /// <summary>Gives the address of a path of the broker.</summary>
    public Uri Of(string path) => new(Root, path);

    /// <summary>
    /// Gives the address of a link. Behind a proxy a broker may believe that it has another scheme or port; the one
    /// that was named counts.
    /// </summary>
    /// <param name="link">The link, absolute or relative.</param>
    /// <exception cref="SpecException">The link leads to another host.</exception>
    public Uri Follow(string link)
    {
        if (!Uri.TryCreate(Root, link, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new SpecException(Root.ToString(), "The broker links to what is no address.", "Check the broker.");
        }

        if (!address.Host.Equals(Root.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw new SpecException(
                Root.ToString(),
                $"The broker links to another host ({address.Host}), which gets neither a request nor the credential.",
                "Pass the address under which the broker knows itself."
            );
        }

        return new UriBuilder(address)
        {
            Scheme = Root.Scheme,
            Port = Root.Port,
            UserName = "",
            Password = "",
        }.Uri;
    }
}
