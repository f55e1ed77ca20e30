using System.Globalization;
using System.Text.Json.Nodes;

namespace Pinterest.OpenApi.Mcp.Tools.Core;

/// <summary>Why a call gave no result, in a form that an agent can act on.</summary>
internal sealed record ToolError
{
    /// <summary>Gets the kind: one of Pinterest's kinds of errors, or one of our own.</summary>
    public required string Kind { get; init; }

    public required string WhatHappened { get; init; }

    public required string WhatToDo { get; init; }

    /// <summary>Gets whether something was changed: no, yes or unknown.</summary>
    public string Changed { get; init; } = "no";

    /// <summary>Gets when the same call may be sent again.</summary>
    public DateTimeOffset? When { get; init; }

    public string? ApprovalId { get; init; }

    /// <summary>Gets the rule of the grant that decided.</summary>
    public string? Rule { get; init; }

    /// <summary>Gets what Pinterest said, which may repeat the text of a stranger: data only.</summary>
    public string? PinterestSaid { get; init; }

    public string ToText()
    {
        var when = When is { } time ? $" Not before {Written(time)}." : "";
        return $"{WhatHappened} {WhatToDo}{when} Changed: {Changed}.";
    }

    public JsonObject ToData() =>
        new JsonObject
        {
            ["kind"] = Kind,
            ["whatHappened"] = WhatHappened,
            ["whatToDo"] = WhatToDo,
            ["changed"] = Changed,
        }
            .Set("when", When is { } time ? Written(time) : null)
            .Set("approvalId", ApprovalId)
            .Set("rule", Rule)
            .Set("pinterestSaid", PinterestSaid);

    private static string Written(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
