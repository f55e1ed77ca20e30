using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>
/// Makes and reads bookmarks: the order of the last item of a page, signed for the list that it belongs to. It is
/// an order and not a count, so entities that are added or removed meanwhile do not move it.
/// </summary>
internal sealed class Bookmarks(int seed)
{
    private const int SignatureLength = 16;

    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes($"bookmarks of {seed}"));

    public string Make(string list, long order)
    {
        var bytes = new byte[sizeof(long) + SignatureLength];
        BinaryPrimitives.WriteInt64BigEndian(bytes, order);
        Sign(list, order).CopyTo(bytes.AsSpan(sizeof(long)));
        return WebEncoders.Base64UrlEncode(bytes);
    }

    /// <exception cref="SandboxError">400: the bookmark is forged, or belongs to another list, filter or
    /// user.</exception>
    public long? Read(string list, string bookmark) =>
        TryRead(list, bookmark) ?? throw SandboxError.Invalid("'bookmark' does not belong to this list.");

    /// <summary>Reads a bookmark; null when it is not one of the list.</summary>
    public long? TryRead(string list, string bookmark)
    {
        try
        {
            var bytes = WebEncoders.Base64UrlDecode(bookmark);
            if (bytes.Length == sizeof(long) + SignatureLength)
            {
                var order = BinaryPrimitives.ReadInt64BigEndian(bytes);
                if (CryptographicOperations.FixedTimeEquals(Sign(list, order), bytes.AsSpan(sizeof(long))))
                {
                    return order;
                }
            }
        }
        catch (FormatException)
        {
            // The text has characters that no bookmark has.
        }

        return null;
    }

    private ReadOnlySpan<byte> Sign(string list, long order) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{order} {list}")).AsSpan(0, SignatureLength);
}
