using System.Globalization;
using System.Text.Json.Nodes;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Tools.Core;

namespace Pinterest.OpenApi.Mcp.Tools.Status;

/// <summary>Says who the account is, what this agent may do, and what is left of the rate limits.</summary>
internal sealed class StatusTool : PinterestTool
{
    public override ToolFacts Facts { get; } =
        new()
        {
            Name = "pinterest_status",
            Title = "Status",
            Description =
                "Says which account this is, what you may do, and what is left of each rate limit. Call it first.",
            Area = Area.Status,
            Kind = CallKind.Read,
            Operations = ["user_account/get"],
            Output = new Dictionary<string, string>
            {
                ["account"] = "object",
                ["rights"] = "object",
                ["rate_limits"] = "array",
            },
        };

    public override AgentCall ToCall(ToolArguments arguments) => CallOf(arguments, "looked at the status");

    public override CallSteps<ToolResult> Steps(ToolArguments arguments, ToolContext context) =>
        Reading(
            async (call, cancellationToken) =>
            {
                var user = await call.Client.ReadAsync("user_account/get", cancellationToken).ConfigureAwait(false);
                var account = user.Pick(
                    "username",
                    "account_type",
                    "business_name",
                    "pin_count",
                    "board_count",
                    "follower_count"
                );
                await AddFactsAsync(account, context, cancellationToken).ConfigureAwait(false);
                var data = new JsonObject
                {
                    ["account"] = account,
                    ["rights"] = RightsOf(context),
                    ["rate_limits"] = LimitsOf(call.Client),
                };
                return new ToolResult("The account is signed in. The data say what you may do.", data);
            }
        );

    private static async Task AddFactsAsync(
        JsonObject account,
        ToolContext context,
        CancellationToken cancellationToken
    )
    {
        if (context.Options.Accounts is { } accounts)
        {
            var facts = await accounts.GetFactsAsync(context.Grant.Account, cancellationToken).ConfigureAwait(false);
            account["signed_in_as"] = facts.Account;
            account["environment"] = facts.Environment;
            account["access_tier"] = facts.AccessTier.ToString();
        }
    }

    private static JsonObject RightsOf(ToolContext context)
    {
        var grant = context.Grant;
        var areas = new JsonObject();
        foreach (var area in Enum.GetValues<Area>())
        {
            areas[area.ToString().ToLowerInvariant()] = grant
                .Areas.GetValueOrDefault(area)
                .ToString()
                .ToLowerInvariant();
        }

        var rights = new JsonObject
        {
            ["areas"] = areas,
            ["secret_boards"] = grant.Secret,
            ["read_only"] = context.Options.IsReadOnly,
            ["dry_run"] = context.Options.IsDryRun,
            ["may_cost_money"] = grant.Limits.Money > 0,
            ["files"] = grant.Limits.Folder is not null,
        };
        rights.Set("ends", grant.Ends?.ToString("u", CultureInfo.InvariantCulture));
        AddList(rights, "boards", grant.Limits.Boards);
        AddList(rights, "link_hosts", grant.Limits.LinkHosts);
        AddList(rights, "ask_for", AsksOf(grant));
        AddList(rights, "allowed", grant.Allow);
        AddList(rights, "denied", grant.Deny);
        if (grant.Limits.CreationsPerDay is { } creations)
        {
            rights["creations_per_day"] = creations;
        }

        return rights;
    }

    private static List<string> AsksOf(AgentGrant grant)
    {
        var rules = (grant.Ask ?? []).Where(rule => rule != AskRules.Default);
        return
        [
            .. AskRules.HasDefault(grant)
                ? ["what others see", "what deletes", "what costs money"]
                : Array.Empty<string>(),
            .. rules,
        ];
    }

    private static void AddList(JsonObject rights, string name, IReadOnlyList<string>? values)
    {
        if (values is { Count: > 0 })
        {
            rights[name] = new JsonArray([.. values.Take(50).Select(value => (JsonNode)value)]);
        }
    }

    private static JsonArray LimitsOf(IPinterestClient client)
    {
        var limits = new JsonArray();
        foreach (var (category, state) in client.RateLimits.OrderBy(limit => limit.Key, StringComparer.Ordinal))
        {
            var row = new JsonObject { ["category"] = category };
            if (state.Remaining is { } remaining)
            {
                row["remaining"] = remaining;
            }

            if (state.Limit is { } limit)
            {
                row["limit"] = limit;
            }

            limits.Add((JsonNode)row);
        }

        return limits;
    }
}
