using System.Text.Json.Serialization;

namespace Pinterest.OpenApi.Mcp.Approvals;

/// <summary>How a summary is stored: no reflection, so that it works ahead of time.</summary>
[JsonSerializable(typeof(StoredSummary))]
internal sealed partial class StoredSummaryJson : JsonSerializerContext;
