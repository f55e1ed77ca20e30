namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>Groups, methods and parameters get their names.</summary>
public sealed class NameOperationsTests
{
    [Theory]
    [InlineData("things/list", "Things_List", "Enumerate")]
    [InlineData("followers/list", "Things_ListFollowers", "EnumerateFollowers")]
    public void A_method_is_named_after_its_id_and_a_paged_one_can_be_enumerated(string id, string method, string pager)
    {
        var operation = SmallPage.Normalise(id).Root["paths"]!["/things"]!["get"]!;

        Assert.Equal((method, pager), ((string?)operation["operationId"], (string?)operation["x-csharp-pager"]));
    }

    [Fact]
    public void A_parameter_that_would_hide_a_name_of_the_method_is_a_value() =>
        Assert.Equal(
            ["bookmark", "requestValue"],
            SmallPage.Normalise("things/list").Root["paths"]!["/things"]!["get"]!["parameters"]!.Select(parameter =>
                (string?)parameter["x-originalName"]
            )
        );
}
