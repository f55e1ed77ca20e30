using System.Security.Cryptography;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>Names for connections, which tell them apart in the log.</summary>
internal static class Sessions
{
    private const int Bytes = 6;

    /// <summary>Makes a name that no other connection has.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
}
