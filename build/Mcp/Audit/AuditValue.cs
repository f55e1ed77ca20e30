namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>What a column of the log holds.</summary>
internal enum AuditValue
{
    Text,
    Time,
    Number,
    Real,
    Flag,
    Ids,
}
