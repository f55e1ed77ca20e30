using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>Reads where links lead.</summary>
internal static class Links
{
    /// <summary>A host that no grant has: of a link that a browser could take for another one.</summary>
    public const string Unclear = "?";

    /// <summary>Gives the host of a link; null without a link.</summary>
    /// <exception cref="ToolArgumentException">Nobody can say for sure where it leads.</exception>
    public static string? HostOf(string? link)
    {
        if (link is null)
        {
            return null;
        }

        return LinkHost.TryOfLink(link, out var host)
            ? host
            : throw new ToolArgumentException(
                "'link' is no plain address of http or https, such as https://example.com/page."
            );
    }

    /// <summary>
    /// Gives the host of a member that is a link by its name; null without a link. What is no plain address leads nowhere
    /// that a grant has. Example: <c>evil.com/x</c>, which Pinterest completes.
    /// </summary>
    public static string? HostOfMember(string link)
    {
        if (link.Length == 0)
        {
            return null;
        }

        return LinkHost.TryOfLink(link, out var host) ? host : Unclear;
    }

    /// <summary>Gives the host of a text that could be a link; null when it is none.</summary>
    public static string? HostOfAny(string text)
    {
        // Browsers leave out what cannot be seen.
        var start = string.Concat(text.Where(c => c is > ' ' and <= '~'));
        var mayBeLink =
            start.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("//", StringComparison.Ordinal)
            || start.StartsWith("\\\\", StringComparison.Ordinal)
            || start.StartsWith("/\\", StringComparison.Ordinal)
            || start.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);
        if (!mayBeLink)
        {
            return null;
        }

        return LinkHost.TryOfLink(text, out var host) ? host : Unclear;
    }
}
