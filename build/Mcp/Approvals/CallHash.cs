using System.Security.Cryptography;
using System.Text;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>What an approval is bound to: one tool with exactly these arguments.</summary>
public static class CallHash
{
    /// <summary>Computes the SHA-256 of the tool's name, a line feed, and the canonical arguments, in UTF-8.</summary>
    /// <param name="tool">The name of the tool.</param>
    /// <param name="arguments">The arguments as <see cref="CanonicalJson"/> writes them.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static string Of(string tool, string arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(tool);
        ArgumentNullException.ThrowIfNull(arguments);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(tool));
        hash.AppendData("\n"u8);
        hash.AppendData(Encoding.UTF8.GetBytes(arguments));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
