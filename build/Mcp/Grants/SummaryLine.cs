namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>One fact of a summary.</summary>
/// <param name="Name">What it is, for example Board.</param>
/// <param name="Text">The text, for example Kitchens; at most 4,000 characters.</param>
public sealed record SummaryLine(string Name, string Text);
