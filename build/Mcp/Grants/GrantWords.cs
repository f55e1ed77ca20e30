namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>How areas and rights are written in a file, in a command and in a message.</summary>
public static class GrantWords
{
    /// <summary>Gets the words of all areas.</summary>
    public static IReadOnlyList<string> Areas { get; } = [.. Enum.GetValues<Area>().Select(Of)];

    /// <summary>Gets the words of all rights.</summary>
    public static IReadOnlyList<string> Accesses { get; } = [.. Enum.GetValues<AreaAccess>().Select(Of)];

    /// <summary>Writes an area, for example pins.</summary>
    public static string Of(Area area) =>
        area switch
        {
            Area.Status => "status",
            Area.Boards => "boards",
            Area.Pins => "pins",
            Area.Sections => "sections",
            Area.Media => "media",
            Area.Search => "search",
            Area.Analytics => "analytics",
            Area.Ads => "ads",
            _ => throw new ArgumentOutOfRangeException(nameof(area), area, "There is no such area."),
        };

    /// <summary>Writes a right: off, read or full.</summary>
    public static string Of(AreaAccess access) =>
        access switch
        {
            AreaAccess.Off => "off",
            AreaAccess.Read => "read",
            AreaAccess.Full => "full",
            _ => throw new ArgumentOutOfRangeException(nameof(access), access, "There is no such right."),
        };

    /// <summary>Reads an area.</summary>
    /// <returns>The area, or null when there is none of that name.</returns>
    public static Area? AreaOf(string word)
    {
        var index = Areas.ToList().IndexOf(word);
        return index < 0 ? null : (Area)index;
    }

    /// <summary>Reads a right.</summary>
    /// <returns>The right, or null when there is none of that name.</returns>
    public static AreaAccess? AccessOf(string word)
    {
        var index = Accesses.ToList().IndexOf(word);
        return index < 0 ? null : (AreaAccess)index;
    }
}
