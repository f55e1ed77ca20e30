namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>What one agent may do. What is not named is denied.</summary>
public sealed record AgentGrant
{
    /// <summary>Gets the name of the agent: 1 to 64 letters, digits, '-', '_' and '.'.</summary>
    public required string Agent { get; init; }

    /// <summary>Gets the account that the agent speaks for.</summary>
    /// <value>The default is "me", the name that <c>pinterest-openapi login</c> gives to the user who signs in.</value>
    public string Account { get; init; } = "me";

    /// <summary>Gets when the grant ends, or null.</summary>
    public DateTimeOffset? Ends { get; init; }

    /// <summary>Gets the areas; one that is not named is off.</summary>
    public IReadOnlyDictionary<Area, AreaAccess> Areas { get; init; } = new Dictionary<Area, AreaAccess>();

    /// <summary>
    /// Gets tools and operations that are allowed beside the areas, for example pinterest_list_pins or
    /// operation:ads_analytics/*; a star matches any characters.
    /// </summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>Gets tools and operations that are denied, whatever else allows them.</summary>
    public IReadOnlyList<string> Deny { get; init; } = [];

    /// <summary>
    /// Gets tools and operations that a person approves; the word default among them stands for what others see, what
    /// deletes, and what costs money. Null is the same as default alone.
    /// </summary>
    public IReadOnlyList<string>? Ask { get; init; }

    /// <summary>Gets who may say yes.</summary>
    public ConfirmBy ConfirmBy { get; init; } = ConfirmBy.Person;

    /// <summary>Gets whether secret boards and their Pins may be read and changed.</summary>
    public bool Secret { get; init; }

    /// <summary>Gets the limits within what is allowed.</summary>
    public GrantLimits Limits { get; init; } = new();
}
