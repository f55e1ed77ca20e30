namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>Who may say yes to a call.</summary>
public enum ConfirmBy
{
    /// <summary>A person, by the page or by the command; a channel that the agent's client cannot answer.</summary>
    Person,

    /// <summary>Also the person in front of the agent's client, whose answer a hostile client could make up.</summary>
    Client,
}
