using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>The content of the file of one token: JSON, protected when there is a protector.</summary>
internal sealed class TokenFile(ITokenProtector? protector)
{
    private const string Protected = "protected";

    /// <summary>Writes a token.</summary>
    public byte[] Format(PinterestToken token)
    {
        var plain = Encoding.UTF8.GetBytes(
            new JObject
            {
                ["access_token"] = token.AccessToken,
                ["expires_at"] = token.ExpiresAt?.ToString("O", null),
                ["refresh_token"] = token.RefreshToken,
                ["refresh_token_expires_at"] = token.RefreshTokenExpiresAt?.ToString("O", null),
                ["scopes"] = new JArray(token.Scopes),
            }.ToString(Formatting.None)
        );
        if (protector is null)
        {
            return plain;
        }

        var content = Convert.ToBase64String(protector.Protect(plain));
        return Encoding.UTF8.GetBytes(new JObject { [Protected] = content }.ToString(Formatting.None));
    }

    /// <summary>Reads the token of a file; null when there is no file.</summary>
    /// <exception cref="PinterestTokenStoreException">It is a link, cannot be read, or is damaged.</exception>
    public async ValueTask<PinterestToken?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            TokenFolder.Secure(path);
            return File.Exists(path)
                ? Parse(path, await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false))
                : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PinterestTokenStoreException.OfFile(
                path,
                $"cannot be read ({error.Message}). Check the owner and the mode of the file.",
                error
            );
        }
    }

    /// <summary>Reads a token.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="content">Its content.</param>
    /// <exception cref="PinterestTokenStoreException">It is damaged, or protected in another way.</exception>
    public PinterestToken Parse(string path, byte[] content)
    {
        try
        {
            return Token(Unprotected(path, Load(content)));
        }
        catch (CryptographicException)
        {
            throw PinterestTokenStoreException.OfFile(
                path,
                "cannot be decrypted. Restore the key that encrypted it, or delete the file and let the user "
                    + "sign in again."
            );
        }
        catch (Exception error)
            when (error is JsonException or ArgumentException or FormatException or InvalidCastException)
        {
            // The content is a secret. The parser's error may quote it, so neither is shown.
            throw PinterestTokenStoreException.OfFile(
                path,
                "is damaged. Restore the file, or delete it and let the user sign in again."
            );
        }
    }

    private JObject Unprotected(string path, JObject root)
    {
        var content = (string?)root[Protected];
        if (content is null && protector is null)
        {
            return root;
        }

        if (content is null)
        {
            throw PinterestTokenStoreException.OfFile(
                path,
                "is not protected, but this store has a protector. Delete the file and let the user sign in again, or "
                    + "read it once with a store that has no protector."
            );
        }

        if (protector is null)
        {
            throw PinterestTokenStoreException.OfFile(
                path,
                "is protected, but this store has no protector. Give the store the protector that wrote the file."
            );
        }

        return Load(protector.Unprotect(Convert.FromBase64String(content)));
    }

    // A person who mended the file may have used an editor that begins it with a byte order mark.
    private static JObject Load(byte[] content)
    {
        using var text = new StreamReader(new MemoryStream(content, writable: false), Encoding.UTF8);
        using var reader = JsonText.Open(text);
        return JObject.Load(reader);
    }

    private static PinterestToken Token(JObject root) =>
        new((string?)root["access_token"] ?? throw new FormatException(), Time(root["expires_at"]))
        {
            RefreshToken = (string?)root["refresh_token"],
            RefreshTokenExpiresAt = Time(root["refresh_token_expires_at"]),
            Scopes = [.. (root["scopes"] as JArray ?? []).Select(scope => (string)scope!)],
        };

    private static DateTimeOffset? Time(JToken? value) =>
        (string?)value is { } text ? DateTimeOffset.ParseExact(text, "O", null) : null;
}
