using System.Text.Json.Nodes;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>One argument of a tool: what the schema says of it is what is checked.</summary>
internal sealed record ToolParameter(string Name, ParameterKind Kind)
{
    /// <summary>Gets what it is for, in a few words; null where the name says it.</summary>
    public string? Description { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Gets the longest text, or the longest item of a list, in characters.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>Gets the most items of a list.</summary>
    public int MaxItems { get; init; } = 50;

    public long Minimum { get; init; }

    public long Maximum { get; init; } = long.MaxValue;

    /// <summary>Gets the values that are allowed, or none for any.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public static ToolParameter Id(string name, string? description = null, bool isRequired = false) =>
        new(name, ParameterKind.Id)
        {
            Description = description,
            IsRequired = isRequired,
            MaxLength = 64,
        };

    public static ToolParameter Text(string name, int maxLength, string? description = null, bool isRequired = false) =>
        new(name, ParameterKind.Text)
        {
            Description = description,
            IsRequired = isRequired,
            MaxLength = maxLength,
        };

    public static ToolParameter Choice(string name, params IReadOnlyList<string> choices) =>
        new(name, ParameterKind.Text) { Choices = choices };

    public static ToolParameter Day(string name, bool isRequired = false) =>
        new(name, ParameterKind.Day) { IsRequired = isRequired, MaxLength = 10 };

    public static ToolParameter Whole(string name, long minimum, long maximum, string? description = null) =>
        new(name, ParameterKind.Whole)
        {
            Description = description,
            Minimum = minimum,
            Maximum = maximum,
        };

    /// <summary>Gets how many items a page has, where it goes on, and how much is told of each.</summary>
    public static IReadOnlyList<ToolParameter> Paging { get; } =
    [Whole("limit", 1, 50), Text("cursor", 4096), Choice("detail", "short", "full")];

    /// <summary>Makes the part of the input schema that is about this argument.</summary>
    public JsonObject ToSchema()
    {
        var schema = Kind switch
        {
            ParameterKind.Whole => new JsonObject
            {
                ["type"] = "integer",
                ["minimum"] = Minimum,
                ["maximum"] = Maximum,
            },
            ParameterKind.Flag => new JsonObject { ["type"] = "boolean" },
            ParameterKind.Json => new JsonObject { ["type"] = "object" },
            ParameterKind.JsonOrList => new JsonObject { ["type"] = new JsonArray("object", "array") },
            ParameterKind.Texts or ParameterKind.Ids => new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "string" },
                ["maxItems"] = MaxItems,
            },
            ParameterKind.Day => new JsonObject { ["type"] = "string", ["format"] = "date" },
            ParameterKind.Id => new JsonObject { ["type"] = "string" },
            _ => TextSchema(),
        };
        if (Description is not null)
        {
            schema["description"] = Description;
        }

        return schema;
    }

    private JsonObject TextSchema()
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (Choices.Count > 0)
        {
            schema["enum"] = new JsonArray([.. Choices.Select(choice => (JsonNode)choice)]);
        }
        else
        {
            schema["maxLength"] = MaxLength;
        }

        return schema;
    }
}
