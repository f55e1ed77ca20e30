using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>A call that may be made now, and what is said of it in the log afterwards.</summary>
public sealed class GrantedCall
{
    private readonly List<string> _boards = [];
    private readonly List<string> _pins = [];

    private readonly string? _folder;

    internal GrantedCall(AgentCall call, IPinterestClient client, string? folder)
    {
        Call = call;
        Client = client;
        _folder = folder;
    }

    /// <summary>Gets the call, completed.</summary>
    public AgentCall Call { get; }

    /// <summary>Gets the client; it sends the operations of the call and no others, and only while the call runs.</summary>
    public IPinterestClient Client { get; }

    /// <summary>Gets or sets what was done, when it says more than the summary of the call.</summary>
    public string? Action { get; set; }

    internal IReadOnlyList<string> Boards => _boards;

    internal IReadOnlyList<string> Pins => _pins;

    /// <summary>
    /// Opens one of <see cref="AgentCall.Files"/> for reading. What is opened is checked again, so that a file that was
    /// replaced by a link after the decision is not read.
    /// </summary>
    /// <param name="path">The path as the agent wrote it.</param>
    /// <exception cref="IOException">The file is none of the call, or not within the folder of the grant.</exception>
    public FileStream OpenFile(string path) =>
        _folder is { } folder && Call.Files.Contains(path)
            ? GrantedFolder.OpenRead(folder, path)
            : throw new IOException("The file is none that the call names.");

    /// <summary>Notes a board that was made or touched, for the log.</summary>
    public void TouchedBoard(string id) => _boards.Add(id);

    /// <summary>Notes a Pin that was made or touched, for the log.</summary>
    public void TouchedPin(string id) => _pins.Add(id);
}
