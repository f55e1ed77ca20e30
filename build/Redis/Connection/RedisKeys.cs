using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Pinterest.OpenApi.Redis.Connection;

/// <summary>
/// The names of keys. What belongs together has the same text in braces, so that a cluster keeps it in one slot, where a
/// script may touch all of it. Example: <c>pinterest:1:{token-5f0c…}:lock</c>.
/// </summary>
/// <param name="prefix">What all keys begin with.</param>
internal sealed class RedisKeys(string prefix)
{
    /// <summary>The version of what is kept. Another version has other keys, so that both can run side by side.</summary>
    public const string Format = "1";

    private const int HashLength = 32;

    private static readonly UTF8Encoding StrictUtf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Names a key.</summary>
    /// <param name="kind">What is kept, such as <c>token</c>.</param>
    /// <param name="name">Whose it is. Any text; its hash stands in the key.</param>
    /// <param name="part">Which part of it; empty for the thing itself.</param>
    /// <exception cref="ArgumentException">The name is malformed: it contains half of a surrogate pair.</exception>
    public RedisKey Of(string kind, string name, string part = "") =>
        $"{prefix}:{Format}:{{{kind}-{HashOf(name)}}}{(part.Length == 0 ? "" : ":")}{part}";

    private static string HashOf(string name)
    {
        try
        {
            return Convert.ToHexString(SHA256.HashData(StrictUtf8.GetBytes(name)))[..HashLength].ToLowerInvariant();
        }
        catch (EncoderFallbackException error)
        {
            // Every half of a surrogate pair has the same bytes, so two users would have one key.
            throw new ArgumentException(
                "The name is malformed: it contains half of a surrogate pair.",
                nameof(name),
                error
            );
        }
    }
}
