using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>A call that may be made now, and what is said of it in the log afterwards.</summary>
public sealed class GrantedCall
{
    private readonly List<string> _boards = [];
    private readonly List<string> _pins = [];

    internal GrantedCall(AgentCall call, IPinterestClient client)
    {
        Call = call;
        Client = client;
    }

    /// <summary>Gets the call, completed.</summary>
    public AgentCall Call { get; }

    /// <summary>Gets the client; it sends the operations of the call and no others, and only while the call runs.</summary>
    public IPinterestClient Client { get; }

    /// <summary>Gets or sets what was done, when it says more than the summary of the call.</summary>
    public string? Action { get; set; }

    internal IReadOnlyList<string> Boards => _boards;

    internal IReadOnlyList<string> Pins => _pins;

    /// <summary>Notes a board that was made or touched, for the log.</summary>
    public void TouchedBoard(string id) => _boards.Add(id);

    /// <summary>Notes a Pin that was made or touched, for the log.</summary>
    public void TouchedPin(string id) => _pins.Add(id);
}
