using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Unit.Mcp.Grants;

public sealed class OperationAreasTests
{
    [Fact]
    public void Every_operation_has_an_area_and_a_kind()
    {
        Assert.Equal(266, Operations.All.Count);
        Assert.All(Operations.All, operation => Assert.True(Enum.IsDefined(OperationAreas.Of(operation.Id))));
        Assert.All(Operations.All, operation => Assert.True(Enum.IsDefined(OperationAreas.KindOf(operation.Id))));
    }

    [Theory]
    [InlineData("boards/list", Area.Boards, CallKind.Read)]
    [InlineData("boards/delete", Area.Boards, CallKind.Delete)]
    [InlineData("boards/list_pins", Area.Pins, CallKind.Read)]
    [InlineData("board_sections/create", Area.Sections, CallKind.Write)]
    [InlineData("pins/create", Area.Pins, CallKind.Write)]
    [InlineData("pins/save", Area.Pins, CallKind.Write)]
    [InlineData("multi_pins/analytics", Area.Analytics, CallKind.Read)]
    [InlineData("user_account/get", Area.Status, CallKind.Read)]
    [InlineData("user_account/analytics", Area.Analytics, CallKind.Read)]
    [InlineData("media/create", Area.Media, CallKind.Write)]
    [InlineData("search_user_pins/list", Area.Search, CallKind.Read)]
    [InlineData("product_tags/bulk_delete", Area.Pins, CallKind.Delete)]
    [InlineData("analytics/create_report", Area.Ads, CallKind.Read)]
    [InlineData("notification/post", Area.Ads, CallKind.Write)]
    [InlineData("campaigns/create", Area.Ads, CallKind.Write)]
    public void An_operation_belongs_where_its_tool_does(string id, Area area, CallKind kind)
    {
        Assert.Equal(area, OperationAreas.Of(id));
        Assert.Equal(kind, OperationAreas.KindOf(id));
    }

    [Fact]
    public void What_only_gets_is_a_read() =>
        Assert.All(
            Operations.All.Where(operation => operation.Method == HttpMethod.Get),
            operation => Assert.Equal(CallKind.Read, OperationAreas.KindOf(operation.Id))
        );

    [Theory]
    [InlineData("campaigns/create", true)]
    [InlineData("campaigns/list", false)]
    [InlineData("pins/create", false)]
    public void What_begins_an_advertisement_may_cost_money(string id, bool costs) =>
        Assert.Equal(costs, OperationAreas.CostsMoney(id));

    [Fact]
    public void An_unknown_operation_has_no_area() =>
        Assert.Throws<ArgumentException>(() => OperationAreas.Of("no/such"));

    [Theory]
    [InlineData("bulk_upsert/create", true)]
    [InlineData("items_batch/post", true)]
    [InlineData("product_tags/bulk_add", true)]
    [InlineData("bulk_download/create", false)]
    [InlineData("pins/create", false)]
    public void A_batch_makes_several_things_by_one_call(string operation, bool isBulk)
    {
        Assert.NotNull(OperationAreas.Find(operation));
        Assert.Equal(isBulk, OperationAreas.IsBulk(operation));
    }
}
