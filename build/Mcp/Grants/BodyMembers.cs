namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>Tells by the name of a member of a body what grants have limits for.</summary>
internal static class BodyMembers
{
    /// <summary>Tells whether a member names a board: board_id, and others that end in it.</summary>
    public static bool IsBoard(string name) => IsId(name, "board_id");

    /// <summary>Tells whether a member names a Pin: pin_id, and others such as parent_pin_id.</summary>
    public static bool IsPin(string name) => IsId(name, "pin_id");

    /// <summary>Tells whether a member takes a person to another place: link, ad_link, a destination.</summary>
    public static bool IsLink(string name) =>
        name.EndsWith("link", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("destination_url", StringComparison.OrdinalIgnoreCase);

    private static bool IsId(string name, string id)
    {
        var one = name.EndsWith('s') ? name[..^1] : name;
        return one == id || one.EndsWith("_" + id, StringComparison.Ordinal);
    }
}
