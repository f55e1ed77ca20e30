using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>An enum of anything but texts is the plain type.</summary>
public sealed class DropNonStringEnumsTests
{
    [Fact]
    public void An_enum_of_numbers_or_booleans_is_no_type()
    {
        var normalised = SmallDescription.Normalise(
            "Thing: {type: object, properties: {days: {type: integer, enum: [0, 1, 7]}, off: {type: boolean, enum: [false]}}}"
        );

        Assert.Equal(2, normalised.Count("non-string enums dropped"));
        Assert.Null(normalised.Schema("Thing")["properties"]!["days"]!["enum"]);
    }
}
