using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>
/// The host that a link leads to, in one form: lower case, punycode, without a dot at the end. A rule and a link are
/// compared in that form.
/// </summary>
public static class LinkHost
{
    private const int MaxLink = 2048;
    private const int MaxHost = 253;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>Reads the host of a link.</summary>
    /// <param name="link">The link; http or https, without a user.</param>
    /// <param name="host">The host, for example shop.example.com.</param>
    /// <returns>False when a browser and this library could take it for different hosts, or when it has none.</returns>
    public static bool TryOfLink(string? link, [NotNullWhen(true)] out string? host)
    {
        host = null;
        if (link is null || link.Length > MaxLink || link.Any(IsMisleading))
        {
            return false;
        }

        // https:example.com and https:///example.com lead a browser to a host, but have none by the standard.
        var rest = Rest(link);
        if (rest is null || rest.Length == 0 || rest[0] == '/')
        {
            return false;
        }

        var authority = rest.Split('/', '?', '#')[0];
        return !authority.Contains('@')
            && Uri.TryCreate(link, UriKind.Absolute, out var address)
            && address.UserInfo.Length == 0
            && TryNormalise(address.Host, out host);
    }

    /// <summary>Puts a host into the one form.</summary>
    /// <param name="text">The host, without a port.</param>
    /// <param name="host">The host in the one form.</param>
    /// <returns>False when it is no host.</returns>
    public static bool TryNormalise(string? text, [NotNullWhen(true)] out string? host)
    {
        host = null;
        if (text is null or "" || text.Length > MaxHost || text.Any(IsMisleading))
        {
            return false;
        }

        if (text[0] == '[')
        {
            host = text.ToLowerInvariant();
            return Uri.CheckHostName(text) == UriHostNameType.IPv6;
        }

        try
        {
            var ascii = Idn.GetAscii(text.ToLowerInvariant().TrimEnd('.')).ToLowerInvariant();
            if (text.EndsWith("..", StringComparison.Ordinal) || ascii.Length == 0)
            {
                return false;
            }

            host = ascii;
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Tells whether a host of a link is within a rule such as example.com or *.example.com.</summary>
    /// <param name="host">The host in the one form.</param>
    /// <param name="rule">The rule as the grant has it.</param>
    public static bool IsWithin(string host, string rule)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (!TryReadRule(rule, out var normal))
        {
            return false;
        }

        return normal[0] == '*' ? host.EndsWith(normal[1..], StringComparison.Ordinal) : host == normal;
    }

    internal static bool TryReadRule(string? rule, [NotNullWhen(true)] out string? normal)
    {
        normal = null;
        if (rule is null)
        {
            return false;
        }

        var isBelow = rule.StartsWith("*.", StringComparison.Ordinal);
        var name = isBelow ? rule[2..] : rule;
        if (name.Contains('*') || name.Contains(':') || !TryNormalise(name, out var host))
        {
            return false;
        }

        normal = isBelow ? "*." + host : host;
        return true;
    }

    private static string? Rest(string link)
    {
        foreach (var scheme in (string[])["https://", "http://"])
        {
            if (link.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return link[scheme.Length..];
            }
        }

        return null;
    }

    // A browser takes a backslash for a slash, and leaves tabs and line breaks out.
    private static bool IsMisleading(char c) =>
        c == '\\' || char.IsControl(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
