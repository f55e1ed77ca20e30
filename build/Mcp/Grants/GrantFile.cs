using System.Text;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>All grants of a file.</summary>
public sealed class GrantFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>No grants: nobody may do anything.</summary>
    public static readonly GrantFile Empty = new(new Dictionary<string, AgentGrant>());

    private readonly SortedDictionary<string, AgentGrant> _agents = new(StringComparer.Ordinal);

    /// <summary>Makes a file of grants.</summary>
    /// <param name="agents">The grants, by the name of the agent.</param>
    public GrantFile(IReadOnlyDictionary<string, AgentGrant> agents)
    {
        ArgumentNullException.ThrowIfNull(agents);
        foreach (var (name, grant) in agents)
        {
            _agents.Add(name, grant);
        }
    }

    /// <summary>Gets the grants, by the name of the agent.</summary>
    public IReadOnlyDictionary<string, AgentGrant> Agents => _agents;

    /// <summary>Gets whether the text had comments, which are lost when the file is written.</summary>
    public bool HasComments { get; private init; }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The JSON, in UTF-8. Comments are allowed.</param>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="tools">The names of all tools, to find those that are misspelt; null when they are not known.</param>
    /// <exception cref="GrantFileException">Something is wrong; the message has the line and says what is
    /// allowed.</exception>
    public static GrantFile Parse(
        ReadOnlySpan<byte> text,
        string name = "grants.json",
        IReadOnlyCollection<string>? tools = null
    )
    {
        var reader = new GrantFileReader(text, name, tools);
        var agents = reader.Read();
        return new GrantFile(agents) { HasComments = reader.HasComments };
    }

    /// <summary>Gives the grants with one more, or one in place of that of the same agent.</summary>
    public GrantFile With(AgentGrant grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return new GrantFile(new Dictionary<string, AgentGrant>(_agents) { [grant.Agent] = grant })
        {
            HasComments = HasComments,
        };
    }

    /// <summary>Gives the grants without that of an agent.</summary>
    public GrantFile Without(string agent)
    {
        var rest = new Dictionary<string, AgentGrant>(_agents);
        rest.Remove(agent);
        return new GrantFile(rest) { HasComments = HasComments };
    }

    /// <summary>Writes the text of the file, sorted by the name of the agent.</summary>
    public string Format() => Encoding.UTF8.GetString(GrantFileWriter.Write(_agents.Values));
}
