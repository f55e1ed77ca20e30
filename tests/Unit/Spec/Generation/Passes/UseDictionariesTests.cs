using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Generation.Passes;

/// <summary>Properties that only show what the keys are make a dictionary.</summary>
public sealed class UseDictionariesTests
{
    [Theory]
    [InlineData("{APP_TYPE: {type: string}}", true)]
    [InlineData("{18-24: {type: integer}, 25-34: {type: integer}}", true)]
    [InlineData("{total: {type: integer}}", false)]
    public void Properties_that_name_or_show_a_key_are_left_out(string properties, bool isDictionary)
    {
        var thing = SmallDescription
            .Normalise($"Thing: {{type: object, additionalProperties: {{type: integer}}, properties: {properties}}}")
            .Schema("Thing");

        Assert.Equal(isDictionary, thing["properties"] is null);
    }
}
