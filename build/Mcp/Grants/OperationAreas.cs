using System.Collections.Frozen;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>To which area each operation belongs, and what it does to the account.</summary>
public static class OperationAreas
{
    private static readonly FrozenDictionary<string, Operation> ById = Operations.All.ToFrozenDictionary(one => one.Id);

    // The operations of the tools, where the group does not say it.
    private static readonly FrozenDictionary<string, Area> Named = new Dictionary<string, Area>
    {
        ["boards/list_pins"] = Area.Pins,
        ["board_sections/list"] = Area.Sections,
        ["board_sections/create"] = Area.Sections,
        ["board_sections/update"] = Area.Sections,
        ["board_sections/delete"] = Area.Sections,
        ["board_sections/list_pins"] = Area.Pins,
        ["multi_pins/analytics"] = Area.Analytics,
        ["pins/analytics"] = Area.Analytics,
        ["user_account/analytics"] = Area.Analytics,
        ["user_account/analytics/top_pins"] = Area.Analytics,
        ["user_account/analytics/top_video_pins"] = Area.Analytics,
    }.ToFrozenDictionary();

    // Everything else belongs to the business of advertising and of shops.
    private static readonly FrozenDictionary<string, Area> Groups = new Dictionary<string, Area>
    {
        ["boards"] = Area.Boards,
        ["pins"] = Area.Pins,
        ["product_tags"] = Area.Pins,
        ["media"] = Area.Media,
        ["search"] = Area.Search,
        ["user_account"] = Area.Status,
    }.ToFrozenDictionary();

    // Reads by the description, which all the same tell Pinterest something that stays.
    private static readonly FrozenSet<string> WritesAllTheSame = ["notification/post"];

    // Operations that begin, change or pay for something that is billed. What only reads costs nothing.
    private static readonly FrozenSet<string> Billed =
    [
        "ads",
        "ad_groups",
        "campaigns",
        "billing",
        "bulk",
        "keywords",
        "labels",
        "product_group_promotions",
        "promotions",
        "schedules",
        "advanced_auction",
    ];

    /// <summary>Finds an operation.</summary>
    /// <param name="id">Its id, for example pins/create.</param>
    /// <returns>The operation, or null when there is none of that id.</returns>
    public static Operation? Find(string id) => ById.GetValueOrDefault(id);

    /// <summary>Gives the area of an operation.</summary>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public static Area Of(string id)
    {
        var operation = Existing(id);
        return Named.TryGetValue(id, out var area) ? area : Groups.GetValueOrDefault(operation.Group, Area.Ads);
    }

    /// <summary>Says what an operation does to the account.</summary>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public static CallKind KindOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var operation = Existing(id);
        if (operation.Access == OperationAccess.Read && !WritesAllTheSame.Contains(id))
        {
            return CallKind.Read;
        }

        return operation.Method == HttpMethod.Delete || IsDeletion(id) ? CallKind.Delete : CallKind.Write;
    }

    /// <summary>Says whether an operation may cost money.</summary>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    public static bool CostsMoney(string id) => KindOf(id) == CallKind.Write && Billed.Contains(Existing(id).Group);

    /// <summary>Says whether one call of an operation makes several things, such as a bulk upsert or a batch of items.</summary>
    public static bool IsBulk(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return id.Contains("upsert", StringComparison.Ordinal)
            || id.Contains("batch", StringComparison.Ordinal)
            || id.Contains("bulk_add", StringComparison.Ordinal);
    }

    /// <summary>Says whether an operation puts a Pin somewhere: on the board that it names, or where Pinterest chooses.</summary>
    public static bool PutsPin(string id) => id is "pins/create" or "pins/save";

    /// <summary>Says whether an operation is about tokens. An agent may never call it.</summary>
    public static bool IsOAuth(string id) => Find(id) is { Group: "oauth" };

    // Some deletions are POST requests or have several things in one.
    private static bool IsDeletion(string id) =>
        id.Contains("delete", StringComparison.Ordinal) || id.Contains("remove", StringComparison.Ordinal);

    private static Operation Existing(string id) =>
        Find(id) ?? throw new ArgumentException($"There is no operation '{id}'.", nameof(id));
}
