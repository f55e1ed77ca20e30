using Pinterest.OpenApi.Mcp.Approvals;

namespace Pinterest.OpenApi.Mcp.Audit;

/// <summary>Makes an entry of what happened to an approval.</summary>
internal static class ApprovalEntry
{
    public static AuditEntry Of(Approval approval, ApprovalChange change) =>
        new()
        {
            CallId = "approval-" + approval.Id,
            Stage = AuditStage.Change,
            Agent = approval.Agent,
            Account = approval.Account,
            Tool = approval.Tool,
            Operation = approval.Operation,
            Rule = change switch
            {
                ApprovalChange.Approved => "approval:yes",
                ApprovalChange.Denied => "approval:no",
                _ => "approval:used",
            },
            ApprovalId = approval.Id,
            ApprovedBy = approval.DecidedBy,
            ApprovedAt = approval.DecidedAt,
            ArgumentsHash = approval.Hash,
            Sentence = AuditSentence.OfApproval(approval, change),
        };
}
