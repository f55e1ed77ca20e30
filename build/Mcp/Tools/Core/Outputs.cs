namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>Members of results that several tools share.</summary>
internal static class Outputs
{
    public static IReadOnlyDictionary<string, string> List { get; } =
        new Dictionary<string, string>
        {
            ["items"] = "array",
            ["next_cursor"] = "string",
            ["truncated"] = "boolean",
        };

    /// <summary>Makes the members of one thing.</summary>
    public static IReadOnlyDictionary<string, string> Of(string name, string type = "object") =>
        new Dictionary<string, string> { [name] = type };
}
