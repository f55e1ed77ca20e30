namespace Pinterest.OpenApi.Mcp.Pages.Sections;

/// <summary>A change of a grant is not made.</summary>
/// <param name="message">Why, as the rest of a sentence that begins with the agent's name; and what to do.</param>
internal sealed class GrantConflictException(string message) : Exception(message);
