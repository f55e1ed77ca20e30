namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>How many entities of a type a bulk upsert creates or updates.</summary>
/// <param name="Action">CREATE or UPDATE.</param>
/// <param name="Type">The type, as the member of the body names it: campaigns.</param>
/// <param name="Count">How many there are.</param>
internal sealed record BulkCount(string Action, string Type, int Count);
