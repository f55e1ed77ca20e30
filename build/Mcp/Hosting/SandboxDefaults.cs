using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>
/// What a server with a sandbox uses when nothing is said: grants and a log of its own, so that trying it touches nothing
/// of the real account.
/// </summary>
internal static class SandboxDefaults
{
    /// <summary>The name of the agent.</summary>
    public const string Agent = "demo";

    private static string Folder => Path.Combine(ConfigurationFolder.Default, "sandbox");

    /// <summary>Gets the file of the grants.</summary>
    public static string Grants => Path.Combine(Folder, "grants.json");

    /// <summary>Gets the file of the log and of the approvals.</summary>
    public static string Store => Path.Combine(Folder, AgentStore.FileName);

    /// <summary>
    /// Grants an agent every area of the sandbox, unless the file grants it something already. What others would see
    /// still waits for a person.
    /// </summary>
    /// <param name="file">The file of the grants.</param>
    /// <param name="agent">The name of the agent.</param>
    /// <param name="cancellationToken">Ends the change.</param>
    /// <exception cref="GrantFileException">The file cannot be read or written.</exception>
    public static async Task GrantAsync(string file, string agent, CancellationToken cancellationToken)
    {
        var store = new GrantStore(file);
        if (File.Exists(file) && store.Find(agent) is not null)
        {
            return;
        }

        await store.UpdateAsync(
            grants => grants.Agents.ContainsKey(agent) ? grants : grants.With(Everything(agent)),
            announce: null,
            cancellationToken
        );
    }

    private static AgentGrant Everything(string agent) =>
        new()
        {
            Agent = agent,
            Areas = Enum.GetValues<Area>()
                .ToDictionary(area => area, area => area is Area.Ads ? AreaAccess.Read : AreaAccess.Full),
        };
}
