using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>Keeps the log in a file, which the processes of one machine may share.</summary>
/// <param name="store">The file.</param>
/// <param name="options">What is done beside the file, or null for the defaults.</param>
/// <param name="logger">What gets number and hash of each entry, a place outside of the file; or null.</param>
public sealed class SqliteAuditLog(
    AgentStore store,
    AuditLogOptions? options = null,
    ILogger<SqliteAuditLog>? logger = null
) : StoredAuditLog(store, options, logger);
