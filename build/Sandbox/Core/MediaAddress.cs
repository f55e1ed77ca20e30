using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>Checks the addresses of pictures, which Pinterest would fetch.</summary>
internal static class MediaAddress
{
    /// <summary>Gives an address back that can be fetched.</summary>
    /// <param name="text">The address as it was sent.</param>
    /// <param name="member">The member of the body that has it, for the message.</param>
    /// <exception cref="SandboxError">400: it is no http or https address with a host. Example: /local/file.jpg.</exception>
    public static string Check(string text, string member)
    {
        var isFetchable =
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address.Host.Length > 0;
        return isFetchable
            ? text
            : throw SandboxError.Invalid($"'{member}' must be an http or https address with a host.");
    }
}
