using System.Collections.Frozen;
using System.Text.Json;
using Pinterest.OpenApi.Mcp.Tools.Core;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Mcp.Tools.Catalogue;

/// <summary>What the body of an operation is: an object, or a list for those that change many things at once.</summary>
internal static class OperationBodies
{
    private const string Json = "application/json";

    private static readonly FrozenSet<string> Lists =
    [
        "ad_groups/create",
        "ad_groups/update",
        "ads/create",
        "ads/update",
        "campaign_ad_preview/create",
        "campaigns/create",
        "campaigns/update",
        "catalogs_local_stores/create",
        "catalogs_local_stores/update",
        "catalogs_product_groups/create_many",
        "get_campaign_delivery_estimates",
        "lead_forms/create",
        "lead_forms/update",
        "promotions/create",
        "promotions/update",
        "schedules/create",
        "schedules/update",
        "update/business_memberships",
    ];

    /// <summary>Tells whether the body of an operation is a list.</summary>
    public static bool IsList(string operation) => Lists.Contains(operation);

    /// <summary>Says what the body of an operation is, for a model.</summary>
    public static string Describe(Operation operation) =>
        operation.BodyType switch
        {
            null => "none",
            Json when IsList(operation.Id) => "application/json: a list of objects",
            Json => "application/json: an object",
            var other => other,
        };

    /// <exception cref="ToolArgumentException">The operation takes no such body.</exception>
    public static void ThrowIfWrong(Operation operation, JsonElement? body)
    {
        if (operation.BodyType is not (null or Json))
        {
            throw new ToolArgumentException($"'operation': {operation.Id} takes no JSON, and cannot be called here.");
        }

        if (body is not { } given)
        {
            return;
        }

        if (operation.BodyType is null)
        {
            throw new ToolArgumentException($"'body': {operation.Id} takes none.");
        }

        if (given.ValueKind is JsonValueKind.Array != IsList(operation.Id))
        {
            throw new ToolArgumentException(
                $"'body': {operation.Id} takes {(IsList(operation.Id) ? "a list of objects" : "an object")}."
            );
        }
    }
}
