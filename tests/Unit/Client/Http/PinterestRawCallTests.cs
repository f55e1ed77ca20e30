using System.Net;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Http;

/// <summary>An operation that this version does not know can be called, and cannot lead elsewhere.</summary>
public sealed class PinterestRawCallTests
{
    [Fact]
    public async Task A_raw_call_sends_its_path_query_and_body_with_the_token()
    {
        var pinterest = new FakePinterest().Replies("""{"id":"7"}""");
        var call = new PinterestRawCall(HttpMethod.Post, "/pins/{pin_id}/notes")
        {
            PathValues = new Dictionary<string, string> { ["pin_id"] = "a/b c" },
            Query = [new("tag", "x&y"), new("tag", "z")],
            Body = new JObject { ["text"] = "Hi" },
        };

        var reply = await pinterest.Client.SendAsync(call);

        var (request, body) = Assert.Single(pinterest.Requests);
        Assert.Equal(
            "https://api.pinterest.com/v5/pins/a%2Fb%20c/notes?tag=x%26y&tag=z",
            request.RequestUri!.AbsoluteUri
        );
        Assert.Equal(("POST", "Bearer test"), (request.Method.Method, request.Headers.Authorization!.ToString()));
        Assert.Equal("""{"text":"Hi"}""", body);
        Assert.Equal("7", (string?)reply["id"]);
    }

    [Fact]
    public async Task A_raw_call_takes_and_gives_models()
    {
        var pinterest = new FakePinterest().Replies("""{"id":"7","name":"Kitchens"}""");
        var call = new PinterestRawCall(HttpMethod.Post, "/boards") { Body = new BoardCreate { Name = "Kitchens" } };

        Assert.Equal("7", (await pinterest.Client.SendAsync<Board>(call)).Id);
        Assert.Equal("""{"name":"Kitchens"}""", pinterest.Requests[0].Body);
    }

    [Fact]
    public async Task A_response_without_content_is_an_empty_object()
    {
        var call = new PinterestRawCall(HttpMethod.Delete, "/pins/7/notes");

        Assert.Equal(new JObject(), await new FakePinterest().Client.SendAsync(call));
    }

    [Theory]
    [InlineData("GET", false, 2)]
    [InlineData("DELETE", false, 2)]
    [InlineData("POST", false, 1)]
    [InlineData("POST", true, 2)]
    public async Task A_raw_call_is_sent_again_by_its_method(string method, bool isRead, int sent)
    {
        var pinterest = new FakePinterest()
            .Replies("{}", HttpStatusCode.ServiceUnavailable)
            .Replies("{}", HttpStatusCode.BadRequest);
        var time = new WatchedTime();
        var client = pinterest.With(new PinterestRetryOptions { MaxRetries = 1 }, time);
        var call = client.SendAsync(new PinterestRawCall(new HttpMethod(method), "/notes") { IsRead = isRead });

        await Assert.ThrowsAnyAsync<PinterestApiException>(() => time.PassAsync(call));

        Assert.Equal(sent, pinterest.Requests.Count);
    }

    [Fact]
    public async Task A_raw_call_is_counted_under_the_category_that_it_names()
    {
        var pinterest = new FakePinterest().Replies(
            "{}",
            headers: [("x-ratelimit-limit", "100"), ("x-ratelimit-remaining", "7"), ("x-ratelimit-reset", "9")]
        );
        var client = pinterest.Client.With(o => o with { AccessTier = AccessTier.Standard });

        await client.SendAsync(new PinterestRawCall(HttpMethod.Get, "/notes") { RateCategory = "org_read" });

        Assert.Equal(7, client.RateLimits["org_read"].Remaining);
    }

    [Theory]
    [InlineData("notes")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("//example.com/v5")]
    [InlineData("/https://example.com")]
    [InlineData("https://example.com/v5")]
    [InlineData("/pins/../oauth")]
    [InlineData("/pins/./a")]
    [InlineData("/pins/")]
    [InlineData("/pins/%2e%2e/oauth")]
    [InlineData("/pins\\..\\oauth")]
    [InlineData("/pins?a=b")]
    [InlineData("/pins#a")]
    [InlineData("/pins/a b")]
    [InlineData("/pins/a\r\nHost: b")]
    [InlineData("/pins/ä")]
    [InlineData("/pins/{other}")]
    [InlineData("/pins/{pin_id")]
    [InlineData("/pins/a{pin_id}")]
    public async Task A_path_that_could_lead_elsewhere_is_refused(string path)
    {
        var pinterest = new FakePinterest();
        var call = new PinterestRawCall(HttpMethod.Get, path)
        {
            PathValues = new Dictionary<string, string> { ["pin_id"] = "7" },
        };

        await Assert.ThrowsAsync<ArgumentException>(() => pinterest.Client.SendAsync(call));
        Assert.Empty(pinterest.Requests);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task A_value_that_is_a_step_of_a_path_is_refused(string value)
    {
        var call = new PinterestRawCall(HttpMethod.Get, "/pins/{pin_id}")
        {
            PathValues = new Dictionary<string, string> { ["pin_id"] = value },
        };

        await Assert.ThrowsAsync<ArgumentException>(() => new FakePinterest().Client.SendAsync(call));
    }

    [Fact]
    public async Task Another_method_or_a_GET_with_a_body_is_refused()
    {
        var client = new FakePinterest().Client;

        await Assert.ThrowsAsync<ArgumentException>(() =>
            client.SendAsync(new PinterestRawCall(HttpMethod.Connect, "/pins"))
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            client.SendAsync(new PinterestRawCall(HttpMethod.Get, "/pins") { Body = new JObject() })
        );
    }

    [Fact]
    public void A_raw_call_names_itself_without_values() =>
        Assert.Equal(
            "POST /pins/{pin_id}",
            new PinterestRawCall(HttpMethod.Post, "/pins/{pin_id}") { Body = "secret" }.ToString()
        );
}
