using Pinterest.OpenApi.Mcp.Pages.Markup;

namespace Pinterest.OpenApi.Mcp.Pages.Sections;

/// <summary>The part of the page with what waits.</summary>
/// <param name="Html">The part.</param>
/// <param name="Count">How many wait.</param>
internal sealed record ShownApprovals(Html Html, int Count);
