namespace Pinterest.OpenApi.Metadata;

/// <summary>Whether an operation changes anything.</summary>
public enum OperationAccess
{
    /// <summary>The operation only reads. Some reads are POST requests.</summary>
    Read,

    /// <summary>The operation creates, changes or deletes.</summary>
    Write,
}
