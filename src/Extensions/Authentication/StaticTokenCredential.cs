using System.Security.Cryptography;
using System.Text;

namespace Pinterest.OpenApi;

/// <summary>A credential with one token, which is never renewed.</summary>
public sealed class StaticTokenCredential : PinterestCredential
{
    private readonly PinterestToken _token;

    /// <summary>Creates a credential from a token.</summary>
    /// <param name="token">The token. If it has scopes, the client checks calls against them before it sends
    /// them.</param>
    /// <param name="kind">The kind of the token: of a user, or of the app.</param>
    /// <exception cref="ArgumentException">The token has characters that a header cannot hold, such as a line
    /// break.</exception>
    public StaticTokenCredential(PinterestToken token, TokenKind kind = TokenKind.User)
    {
        ArgumentNullException.ThrowIfNull(token);
        PinterestToken.ThrowIfMalformed(token);

        _token = token;
        Kind = kind;

        // The key is kept for as long as calls are paced, and must not keep the secret.
        SharedKey = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token.AccessToken)));
    }

    /// <inheritdoc/>
    public override TokenKind Kind { get; }

    /// <summary>Gets the SHA-256 of the token, in hexadecimal.</summary>
    public override string SharedKey { get; }

    /// <inheritdoc/>
    public override ValueTask<PinterestToken> GetTokenAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(_token);
}
