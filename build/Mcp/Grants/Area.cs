namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>A part of Pinterest that an agent is given or not.</summary>
public enum Area
{
    /// <summary>The account, the access tier, what the agent may do, and what is left of each rate limit.</summary>
    Status,

    /// <summary>Boards.</summary>
    Boards,

    /// <summary>Pins.</summary>
    Pins,

    /// <summary>Sections of boards.</summary>
    Sections,

    /// <summary>Uploads of pictures and videos.</summary>
    Media,

    /// <summary>Search among the account's own Pins and boards.</summary>
    Search,

    /// <summary>Figures of the account and of its Pins.</summary>
    Analytics,

    /// <summary>Ad accounts, campaigns, keyword figures, trends and reports.</summary>
    Ads,
}
