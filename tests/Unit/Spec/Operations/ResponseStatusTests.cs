using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Unit.Spec.Operations;

/// <summary>Which listed response a status gets.</summary>
public sealed class ResponseStatusTests
{
    [Theory]
    [InlineData("200", "200 2XX default", "200")]
    [InlineData("201", "200 2XX default", "2XX")]
    [InlineData("404", "200 2XX default", "default")]
    [InlineData("201", "200 default", null)]
    [InlineData("201", "404 default", "default")]
    [InlineData("404", "200", null)]
    [InlineData("2XX", "200 default", null)]
    [InlineData("default", "200 default", "default")]
    [InlineData("default", "200", null)]
    [InlineData("", "200 default", "default")]
    public void A_status_gets_its_own_response_then_that_of_its_range_then_default(
        string status,
        string listed,
        string? expected
    ) => Assert.Equal(expected, ResponseStatus.Covering(listed.Split(' ').ToDictionary(each => each), status));
}
