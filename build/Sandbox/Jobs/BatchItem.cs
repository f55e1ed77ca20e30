namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>An item of a batch.</summary>
/// <param name="IdName">The member that names it, such as item_id.</param>
/// <param name="Id">Its id.</param>
/// <param name="StoreCode">The store that it is for; null when it is for none.</param>
internal sealed record BatchItem(string IdName, string Id, string? StoreCode);
