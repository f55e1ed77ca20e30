namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>Compares a text with a pattern in which a star matches any characters, also for none.</summary>
internal static class Wildcard
{
    /// <summary>Tells whether the whole text fits, in time that grows with the product of both lengths at most.</summary>
    public static bool Matches(string pattern, string text)
    {
        var p = 0;
        var t = 0;
        var star = -1;
        var resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = t;
            }
            else if (p < pattern.Length && pattern[p] == text[t])
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
