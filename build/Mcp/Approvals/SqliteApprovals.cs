using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>Keeps approvals in a file, which the processes of one machine may share.</summary>
/// <param name="store">The file.</param>
/// <param name="record">Where decisions and uses are recorded, for example the log of the same file.</param>
public sealed class SqliteApprovals(AgentStore store, IApprovalRecord record) : StoredApprovals(store, record);
