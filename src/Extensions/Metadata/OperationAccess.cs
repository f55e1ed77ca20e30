namespace Pinterest.OpenApi.Metadata;

/// <summary>Whether an operation changes anything.</summary>
public enum OperationAccess
{
    /// <summary>It only reads. Some reads are POST requests.</summary>
    Read,

    /// <summary>It creates, changes or deletes.</summary>
    Write,
}
