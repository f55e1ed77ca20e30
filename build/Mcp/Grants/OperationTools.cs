using System.Collections.Frozen;

namespace Pinterest.OpenApi.Mcp.Grants;

/// <summary>
/// Which tools stand for an operation. Who denies a tool means what it does: so its operations are denied to what
/// reaches any operation, the two tools for that and programs of one's own.
/// </summary>
internal static class OperationTools
{
    private static readonly FrozenDictionary<string, string[]> Tools = new Dictionary<string, string[]>
    {
        ["user_account/get"] = ["pinterest_status"],
        ["boards/list"] = ["pinterest_list_boards", "pinterest_whats_new"],
        ["boards/get"] = ["pinterest_get_board"],
        ["boards/create"] = ["pinterest_create_board"],
        ["boards/update"] = ["pinterest_update_board"],
        ["boards/delete"] = ["pinterest_delete_board"],
        ["boards/list_pins"] = ["pinterest_list_pins", "pinterest_whats_new"],
        ["board_sections/list"] = ["pinterest_list_sections"],
        ["board_sections/create"] = ["pinterest_create_section"],
        ["board_sections/update"] = ["pinterest_update_section"],
        ["board_sections/delete"] = ["pinterest_delete_section"],
        ["board_sections/list_pins"] = ["pinterest_list_pins"],
        ["pins/list"] = ["pinterest_list_pins", "pinterest_whats_new"],
        ["pins/get"] = ["pinterest_get_pin", "pinterest_view_pins"],
        ["pins/create"] = ["pinterest_create_pin"],
        ["pins/update"] = ["pinterest_update_pin"],
        ["pins/save"] = ["pinterest_save_pin"],
        ["pins/delete"] = ["pinterest_delete_pin"],
        ["media/list"] = ["pinterest_media"],
        ["media/get"] = ["pinterest_media"],
        ["media/create"] = ["pinterest_create_pin"],
        ["search_user_pins/list"] = ["pinterest_search"],
        ["search_user_boards/get"] = ["pinterest_search"],
        ["user_account/analytics"] = ["pinterest_account_analytics"],
        ["pins/analytics"] = ["pinterest_pin_analytics"],
        ["multi_pins/analytics"] = ["pinterest_pin_analytics"],
        ["user_account/analytics/top_pins"] = ["pinterest_top_pins"],
        ["ad_accounts/list"] = ["pinterest_list_ad_accounts"],
        ["campaigns/list"] = ["pinterest_list_campaigns"],
        ["country_keywords_metrics/get"] = ["pinterest_keyword_metrics"],
        ["trending_keywords/list"] = ["pinterest_trends"],
        ["analytics/create_report"] = ["pinterest_start_ads_report"],
        ["analytics/get_report"] = ["pinterest_get_ads_report"],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> ReachAny =
    [
        "pinterest_read_operation",
        "pinterest_write_operation",
        GrantValues.ClientTool,
    ];

    /// <summary>Gets the operations that tools stand for.</summary>
    public static IEnumerable<string> Covered => Tools.Keys;

    /// <summary>Gives the tools that stand for an operation.</summary>
    public static IReadOnlyList<string> Of(string operation) => Tools.GetValueOrDefault(operation) ?? [];

    /// <summary>Gives the names under which a call can be denied: its tool, and those that stand for its operations.</summary>
    public static IEnumerable<string> NamesOf(AgentCall call) =>
        ReachAny.Contains(call.Tool) ? call.Operations.SelectMany(Of).Prepend(call.Tool) : [call.Tool];
}
