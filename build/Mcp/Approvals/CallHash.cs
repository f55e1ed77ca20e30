using System.Security.Cryptography;
using System.Text;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>What an approval is bound to: one tool with exactly these arguments, and what the person was shown.</summary>
public static class CallHash
{
    /// <summary>
    /// Computes what an approval holds for: the SHA-256 of the tool's name, the canonical arguments, the summary as JSON
    /// and the SHA-256 of its picture, in UTF-8 and with a line feed between them.
    /// </summary>
    /// <remarks>
    /// What was looked up is in the summary. So a yes to delete a board without Pins is none once it has six.
    /// </remarks>
    /// <param name="call">The call, completed with what was looked up.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static string Of(AgentCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        var picture = call.Summary.PictureBytes is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : "";
        return Of(call.Tool, call.Arguments, ApprovalSummary.Write(call.Summary), picture);
    }

    /// <summary>Computes the SHA-256 of the tool's name, a line feed, and the canonical arguments, in UTF-8.</summary>
    /// <param name="tool">The name of the tool.</param>
    /// <param name="arguments">The arguments as <see cref="CanonicalJson"/> writes them.</param>
    /// <returns>64 hexadecimal digits in lower case.</returns>
    public static string Of(string tool, string arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(tool);
        ArgumentNullException.ThrowIfNull(arguments);
        return Of([tool, arguments]);
    }

    private static string Of(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var i = 0; i < parts.Length; i++)
        {
            hash.AppendData(i == 0 ? [] : "\n"u8);
            hash.AppendData(Encoding.UTF8.GetBytes(parts[i]));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
