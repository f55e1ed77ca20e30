using Pinterest.OpenApi.Mcp.Storage;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>Where decisions are recorded, in the transaction that makes them: both are kept, or none.</summary>
public interface IApprovalRecord
{
    /// <summary>Records what happened.</summary>
    /// <param name="transaction">The transaction that changes the approval.</param>
    /// <param name="approval">The approval as it stands afterwards.</param>
    /// <param name="change">What happened to it.</param>
    void Record(StoreTransaction transaction, Approval approval, ApprovalChange change);
}
