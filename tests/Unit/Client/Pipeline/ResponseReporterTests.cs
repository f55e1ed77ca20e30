using Pinterest.OpenApi.Metadata;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Pipeline;

/// <summary>The app is told of each response.</summary>
public sealed class ResponseReporterTests
{
    [Fact]
    public async Task The_headers_of_a_success_are_told()
    {
        PinterestResponse? seen = null;
        var client = new FakePinterest()
            .Replies("{}", headers: [("x-ratelimit-limit", "100, 100;w=1"), ("X-Pinterest-RID", "4711")])
            .Client.With(options => options with { OnResponse = response => seen = response });

        await client.Boards.GetAsync("7");

        Assert.Equal("4711", seen!.Headers.RequestId);
        Assert.Equal("100, 100;w=1", seen.Headers["X-RateLimit-Limit"]);
        Assert.Equal(Operations.Boards.Get, seen.Operation);
    }
}
