using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>A response with items and a bookmark is a page.</summary>
public sealed class NamePagesTests
{
    [Fact]
    public void A_page_is_called_after_its_item() =>
        Assert.Equal(
            "ThingResponse",
            (string?)SmallPage.Normalise("things/list").Schema("ThingPage")["x-csharp-page-item"]
        );

    [Fact]
    public void A_response_without_a_bookmark_is_no_page() =>
        Assert.Equal(
            0,
            SmallDescription
                .Normalise("Thing: {type: object, properties: {items: {type: array, items: {type: string}}}}")
                .Count("pages recognised")
        );
}
