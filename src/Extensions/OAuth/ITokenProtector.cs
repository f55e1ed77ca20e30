namespace Pinterest.OpenApi;

/// <summary>
/// Protects tokens where they are kept, for example with the data protection of ASP.NET Core or a key store of the
/// machine. The sample <c>ProtectTokens</c> has an implementation.
/// </summary>
public interface ITokenProtector
{
    /// <summary>Encrypts bytes.</summary>
    /// <param name="content">The bytes; they hold secrets.</param>
    /// <returns>The protected bytes.</returns>
    byte[] Protect(byte[] content);

    /// <summary>Decrypts protected bytes.</summary>
    /// <param name="content">Bytes that <see cref="Protect"/> has made.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The bytes were changed, or the key is
    /// missing.</exception>
    byte[] Unprotect(byte[] content);
}
