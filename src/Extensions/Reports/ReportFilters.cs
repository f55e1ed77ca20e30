using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi;

/// <summary>
/// Cuts lists of a request that are longer than one report may have. Example: 8 campaign statuses become two reports,
/// of 6 and of 2. The rows of both are all rows, as long as a row belongs to one of the values only.
/// </summary>
internal static class ReportFilters
{
    private const string TargetingSuffix = "_TARGETING";

    /// <summary>The lists with their greatest lengths, and what each is a property of.</summary>
    public static readonly IReadOnlyList<(string Name, int Most, string Entity)> Lists =
    [
        ("campaign_ids", 500, "CAMPAIGN"),
        ("campaign_statuses", 6, "CAMPAIGN"),
        ("campaign_objective_types", 7, "CAMPAIGN"),
        ("ad_group_ids", 500, "AD_GROUP"),
        ("ad_group_statuses", 6, "AD_GROUP"),
        ("ad_ids", 500, "PIN_PROMOTION"),
        ("ad_statuses", 6, "PIN_PROMOTION"),
        ("product_group_ids", 500, "PRODUCT_GROUP"),
        ("product_group_statuses", 6, "PRODUCT_GROUP"),
        ("product_item_ids", 500, "PRODUCT_ITEM"),
        ("targeting_types", 5, "TARGETING"),
    ];

    // Example: a row of the level AD_GROUP has one ad group and one campaign. A row of ADVERTISER has many campaigns,
    // so that two reports would give two rows where there is one.
    private static readonly Dictionary<string, string[]> EntitiesOfRow = new(StringComparer.Ordinal)
    {
        ["CAMPAIGN"] = ["CAMPAIGN"],
        ["AD_GROUP"] = ["CAMPAIGN", "AD_GROUP"],
        ["PIN_PROMOTION"] = ["CAMPAIGN", "AD_GROUP", "PIN_PROMOTION"],
        ["KEYWORD"] = ["CAMPAIGN", "AD_GROUP"],
        ["PRODUCT_GROUP"] = ["CAMPAIGN", "AD_GROUP", "PRODUCT_GROUP"],
        ["PRODUCT_ITEM"] = ["PRODUCT_ITEM"],
    };

    /// <summary>Gives the requests whose rows are together those of a request.</summary>
    /// <exception cref="ArgumentException">A list is too long, and cutting it would give rows twice.</exception>
    public static IReadOnlyList<JObject> Cut(JObject body)
    {
        List<JObject> parts = [body];
        foreach (var (name, most, entity) in Lists)
        {
            if (body[name] is not JArray { Count: > 0 } list)
            {
                continue;
            }

            // A value that stands in two reports would give its rows twice.
            var values = list.Distinct(JToken.EqualityComparer).ToList();
            if (values.Count <= most)
            {
                continue;
            }

            if (!IsOfOne(body, entity))
            {
                throw new ArgumentException(
                    $"{name} has {values.Count} values, but a report accepts at most {most}. A row of this level "
                        + "belongs to "
                        + "several values, so reports cannot be merged. Choose a finer level, or fewer values."
                );
            }

            parts = [.. parts.SelectMany(part => values.Chunk(most).Select(chunk => With(part, name, chunk)))];
        }

        return parts;
    }

    private static bool IsOfOne(JObject body, string entity)
    {
        var level = (string?)body["level"] ?? "";
        if (entity == "TARGETING")
        {
            return (bool?)body["combine_targeting_types"] is not true;
        }

        var name = level.EndsWith(TargetingSuffix, StringComparison.Ordinal) ? level[..^TargetingSuffix.Length] : level;
        return EntitiesOfRow.TryGetValue(name, out var entities) && entities.Contains(entity);
    }

    private static JObject With(JObject body, string name, IEnumerable<JToken> values)
    {
        var copy = (JObject)body.DeepClone();
        copy[name] = new JArray(values.Select(value => value.DeepClone()));
        return copy;
    }
}
