namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>An entity that a row of an ads report is about.</summary>
/// <param name="AccountId">Its ad account.</param>
/// <param name="IdColumn">The column that has its id, such as CAMPAIGN_ID.</param>
/// <param name="Id">Its id.</param>
internal sealed record AdsEntity(string AccountId, string IdColumn, string Id);
