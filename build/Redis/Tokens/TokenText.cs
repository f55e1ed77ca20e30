using System.Security.Cryptography;
using System.Text.Json;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Tokens;

/// <summary>The text of a token: JSON, protected when there is a protector.</summary>
/// <param name="protector">Protects it, or null.</param>
internal sealed class TokenText(ITokenProtector? protector)
{
    /// <summary>Writes a token.</summary>
    public byte[] Format(PinterestToken token)
    {
        var plain = Write(
            new StoredToken
            {
                AccessToken = token.AccessToken,
                ExpiresAt = token.ExpiresAt,
                RefreshToken = token.RefreshToken,
                RefreshTokenExpiresAt = token.RefreshTokenExpiresAt,
                Scopes = token.Scopes,
            }
        );
        return protector is null ? plain : Write(new StoredToken { Protected = protector.Protect(plain) });
    }

    /// <summary>Reads a token.</summary>
    /// <param name="key">The key, for messages.</param>
    /// <param name="text">What stands there.</param>
    /// <exception cref="PinterestTokenStoreException">It is damaged, or protected in another way.</exception>
    public PinterestToken Parse(RedisKey key, byte[] text)
    {
        try
        {
            var stored = Unprotected(key, Read(text));
            return new PinterestToken(stored.AccessToken ?? throw new JsonException(), stored.ExpiresAt)
            {
                RefreshToken = stored.RefreshToken,
                RefreshTokenExpiresAt = stored.RefreshTokenExpiresAt,
                Scopes = stored.Scopes ?? [],
            };
        }
        catch (CryptographicException)
        {
            throw Problem(
                key,
                "cannot be decrypted. Restore the keys of the protector that encrypted it, or delete it and let "
                    + "the user sign in again."
            );
        }
        catch (JsonException)
        {
            // The text is a secret. The parser's error may quote it, so neither is shown.
            throw Problem(
                key,
                "is damaged, or a newer version of this package wrote it. Restore it, update this worker, or delete it and "
                    + "let the user sign in again."
            );
        }
    }

    private StoredToken Unprotected(RedisKey key, StoredToken stored) =>
        (stored.Protected, protector) switch
        {
            (null, null) => stored,
            (null, _) => throw Problem(
                key,
                "is not protected, but this store has a protector. Delete it and let the user sign in again, or "
                    + "read it once with a "
                    + "store that has no protector."
            ),
            (_, null) => throw Problem(
                key,
                "is protected, but this store has no protector. Give the store the protector that wrote it."
            ),
            var (content, unprotect) => Read(unprotect.Unprotect(content)),
        };

    private static byte[] Write(StoredToken token) =>
        JsonSerializer.SerializeToUtf8Bytes(token, StoredTokenJson.Default.StoredToken);

    private static StoredToken Read(byte[] text) =>
        JsonSerializer.Deserialize(text, StoredTokenJson.Default.StoredToken) ?? throw new JsonException();

    private static PinterestTokenStoreException Problem(RedisKey key, string problem) =>
        new($"The token {key} on Redis {problem}");
}
