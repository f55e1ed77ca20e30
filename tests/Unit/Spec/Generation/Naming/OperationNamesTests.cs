using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Spec.Generation.Naming;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Naming;

/// <summary>A method is a verb and what it acts on, without what the group says already.</summary>
public sealed class OperationNamesTests
{
    [Theory]
    [InlineData("pins/get", "pins", "Get")]
    [InlineData("boards/list_pins", "boards", "ListPins")]
    [InlineData("followers/list", "user_account", "ListFollowers")]
    [InlineData("ad_groups_dynamic_titles/get_upload_url", "ad_groups", "GetDynamicTitlesUploadUrl")]
    [InlineData("feeds/create", "catalog_feeds", "Create")]
    [InlineData("delete_business_partners", "business_access_relationships", "DeletePartners")]
    [InlineData("get/business_members", "business_access_relationships", "GetMembers")]
    [InlineData("catalogs_product_groups/product_counts_get", "catalog_product_groups", "GetProductCounts")]
    public void A_method_begins_with_the_verb_of_its_id(string id, string tag, string method) =>
        Assert.Equal(method, OperationNames.MethodRule(Operation(id, tag), isPaged: false));

    [Theory]
    [InlineData("integrations_logs/post", "integrations", "CreateLogs")]
    [InlineData("feeds/patch", "catalog_feeds", "Update")]
    [InlineData("subscriptions/del_by_id", "leads", "DeleteSubscriptions")]
    [InlineData("ssio_insertion_order/edit", "billing", "UpdateSsioInsertionOrder")]
    [InlineData("campaigns/analytics", "campaigns", "GetAnalytics")]
    public void A_method_of_HTTP_is_said_as_in_CSharp(string id, string tag, string method) =>
        Assert.Equal(method, OperationNames.MethodRule(Operation(id, tag), isPaged: false));

    [Fact]
    public void A_page_is_listed() =>
        Assert.Equal(
            "ListInvoices",
            OperationNames.MethodRule(Operation("billing_invoices/get", "billing"), isPaged: true)
        );

    [Theory]
    [InlineData("/")]
    [InlineData("1")]
    public void An_id_without_a_word_still_gives_a_name(string id) =>
        Assert.Matches("^[A-Z][A-Za-z0-9]*$", OperationNames.MethodRule(Operation(id, "things"), isPaged: false));

    private static OperationNode Operation(string id, string tag) =>
        OperationNodes
            .Supported(
                new JObject
                {
                    ["paths"] = new JObject
                    {
                        ["/things"] = new JObject
                        {
                            ["get"] = new JObject
                            {
                                ["operationId"] = id,
                                ["tags"] = new JArray(tag),
                                ["responses"] = new JObject(),
                            },
                        },
                    },
                }
            )
            .Single();
}
