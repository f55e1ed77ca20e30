using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Metadata;

namespace Pinterest.OpenApi.Unit.Mcp.Access;

public sealed class OperationMatcherTests
{
    [Fact]
    public void Every_operation_is_found_by_its_method_and_path() =>
        Assert.All(
            Operations.All,
            operation =>
            {
                var path = string.Join(
                    '/',
                    operation.Path.Split('/').Select(step => step.StartsWith('{') ? "a1" : step)
                );
                Assert.Equal(operation.Id, OperationMatcher.Match(operation.Method.Method, path)?.Operation.Id);
            }
        );

    [Theory]
    [InlineData("GET", "/pins/123", "pins/get")]
    [InlineData("GET", "/pins/a%20b", "pins/get")]
    [InlineData("GET", "/pins/analytics", "multi_pins/analytics")]
    [InlineData("DELETE", "/pins/123", "pins/delete")]
    public void A_request_is_for_the_operation_with_the_most_words_of_its_own(string method, string path, string id) =>
        Assert.Equal(id, OperationMatcher.Match(method, path)?.Operation.Id);

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/")]
    [InlineData("GET", "pins")]
    [InlineData("GET", "/Pins")]
    [InlineData("get", "/pins")]
    [InlineData("TRACE", "/pins")]
    [InlineData("GET", "/pins/")]
    [InlineData("GET", "//pins")]
    [InlineData("GET", "/pins//analytics")]
    [InlineData("GET", "/pins/.")]
    [InlineData("GET", "/pins/..")]
    [InlineData("GET", "/pins/%2e%2e")]
    [InlineData("GET", "/pins/%2E")]
    [InlineData("GET", "/pins/..%2Fboards")]
    [InlineData("GET", "/pins/1%2fanalytics")]
    [InlineData("GET", "/pins/1%5c2")]
    [InlineData("GET", "/pins/1%252fanalytics")]
    [InlineData("GET", "/pins/1%3fa")]
    [InlineData("GET", "/pins/1%00")]
    [InlineData("GET", "/pins/1%0a")]
    [InlineData("GET", "/%70ins")]
    [InlineData("GET", "/no/such")]
    public void A_request_that_could_be_read_in_two_ways_is_for_none(string method, string path) =>
        Assert.Null(OperationMatcher.Match(method, path));
}
