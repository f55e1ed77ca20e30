using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>What a tool is, whatever it is called with.</summary>
internal sealed record ToolFacts
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>Gets what it does, for a model: each word is paid for in every conversation.</summary>
    public required string Description { get; init; }

    public required Area Area { get; init; }

    public required CallKind Kind { get; init; }

    /// <summary>Gets what it may send; the first is the one that it is about.</summary>
    public required IReadOnlyList<string> Operations { get; init; }

    public IReadOnlyList<string> LookUps { get; init; } = [];

    public bool IsCreation { get; init; }

    public bool IsVisible { get; init; }

    /// <summary>Gets whether a second call with the same arguments changes nothing more.</summary>
    public bool IsIdempotent { get; init; }

    /// <summary>Gets whether a call only rehearses.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>Gets the members of the result that a program may rely on: name and JSON type.</summary>
    public IReadOnlyDictionary<string, string> Output { get; init; } = new Dictionary<string, string>();

    /// <summary>Makes the output schema.</summary>
    public JsonObject ToOutputSchema()
    {
        var properties = new JsonObject();
        foreach (var (name, type) in Output)
        {
            properties[name] = new JsonObject { ["type"] = type };
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }
}
