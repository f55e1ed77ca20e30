namespace Pinterest.OpenApi;

/// <summary>
/// Protects tokens where they are kept, for example with the data protection of ASP.NET Core or a key store of the
/// machine. The sample <c>ProtectTokens</c> has an implementation.
/// </summary>
public interface ITokenProtector
{
    /// <summary>Makes bytes unreadable for others.</summary>
    /// <param name="content">The bytes; they hold secrets.</param>
    /// <returns>The protected bytes.</returns>
    byte[] Protect(byte[] content);

    /// <summary>Makes protected bytes readable again.</summary>
    /// <param name="content">Bytes that <see cref="Protect"/> has made.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">They were changed, or the key is not
    /// there.</exception>
    byte[] Unprotect(byte[] content);
}
