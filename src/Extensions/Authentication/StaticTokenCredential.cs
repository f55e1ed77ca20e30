using System.Security.Cryptography;
using System.Text;

namespace Pinterest.OpenApi;

/// <summary>One token, never renewed.</summary>
public sealed class StaticTokenCredential : PinterestCredential
{
    private readonly PinterestToken _token;

    /// <summary>Makes a credential of a token.</summary>
    /// <param name="token">The token. When its scopes are given, calls are checked against them before they are
    /// sent.</param>
    /// <param name="kind">Whom it speaks for.</param>
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
