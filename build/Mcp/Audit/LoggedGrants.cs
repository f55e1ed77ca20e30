using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>Changes grants for a person. Each change is logged before it is made; without a log nothing is changed.</summary>
/// <param name="store">The grants.</param>
/// <param name="log">The log.</param>
internal sealed class LoggedGrants(StoredGrants store, IAuditLog log)
{
    /// <summary>Changes the grant of one agent.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="tool">What makes the change, as the log names it, for example agents grant.</param>
    /// <param name="change">Makes the new grant of the old; null means that there is none. What it throws leaves
    /// everything as it was.</param>
    /// <param name="cancellationToken">Ends the change.</param>
    /// <returns>The grants of before and of now.</returns>
    /// <exception cref="GrantFileException">The file cannot be read or written. It is as it was.</exception>
    /// <exception cref="AuditStoreException">The log cannot be written. Nothing was changed.</exception>
    public Task<GrantChange> ChangeAsync(
        string agent,
        string tool,
        Func<AgentGrant?, AgentGrant?> change,
        CancellationToken cancellationToken
    )
    {
        return store.UpdateAsync(Edit, AnnounceAsync, cancellationToken);

        GrantFile Edit(GrantFile grants) =>
            change(grants.Agents.GetValueOrDefault(agent)) is { } grant ? grants.With(grant) : grants.Without(agent);

        Task AnnounceAsync(GrantChange made, CancellationToken cancelled) =>
            log.WriteAsync(Entry(agent, tool, Differences(made, agent)), cancelled);
    }

    /// <summary>Says what a change made different for an agent, fact by fact.</summary>
    public static IReadOnlyList<string> Differences(GrantChange made, string agent) =>
        GrantText.Differences(made.Before.Agents.GetValueOrDefault(agent), made.After.Agents.GetValueOrDefault(agent));

    private static AuditEntry Entry(string agent, string tool, IReadOnlyList<string> differences)
    {
        var what = differences.Count > 0 ? string.Join("; ", differences) : "nothing is different";
        return new AuditEntry
        {
            CallId = Guid.CreateVersion7().ToString("N"),
            Stage = AuditStage.Change,
            Agent = agent,
            Tool = tool,
            Sentence = AuditSentence.Change($"changed what {agent} may do: {what}"),
        };
    }
}
