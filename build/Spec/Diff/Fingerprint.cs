using System.Security.Cryptography;
using System.Text;

namespace Pinterest.OpenApi.Spec.Diff;

/// <summary>Makes the fingerprints of findings.</summary>
internal static class Fingerprint
{
    private const int Length = 16;

    /// <summary>Gives the first characters of a hash over texts.</summary>
    public static string Of(params string?[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..Length];
}
