using System.Net.Http.Headers;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Unit.Mcp.Support;

namespace Pinterest.OpenApi.Unit.Mcp.Access;

public sealed class GateHandlerTests : IDisposable
{
    private const string Base = "https://api.example.com/v5";

    private readonly AnsweringHandler _pinterest = new();
    private readonly HttpClient _http;

    public GateHandlerTests() => _http = new HttpClient(new GateHandler(new Uri(Base), _pinterest));

    [Fact]
    public async Task Outside_of_a_call_nothing_is_sent()
    {
        await RefusedAsync(HttpMethod.Get, "/pins");
        Assert.Empty(_pinterest.Requests);
    }

    [Fact]
    public async Task Within_a_call_its_operations_are_sent_and_no_others()
    {
        using var scope = CallScope.Open(["pins/list"]);
        using var answer = await _http.GetAsync(new Uri(Base + "/pins?page_size=1"));
        Assert.True(answer.IsSuccessStatusCode);
        await RefusedAsync(HttpMethod.Post, "/pins");
        await RefusedAsync(HttpMethod.Get, "/pins/1");
        await RefusedAsync(HttpMethod.Get, "/boards");
        Assert.Equal(["GET /v5/pins?page_size=1"], _pinterest.Requests);
    }

    [Fact]
    public async Task A_task_that_outlives_its_call_sends_nothing_more()
    {
        var end = new TaskCompletionSource();
        Task late;
        using (CallScope.Open(["pins/list"]))
        {
            late = Task.Run(async () =>
            {
                await end.Task;
                await _http.GetAsync(new Uri(Base + "/pins"));
            });
        }

        end.SetResult();
        await Assert.ThrowsAsync<AccessDeniedException>(() => late);
        Assert.Empty(_pinterest.Requests);
    }

    [Fact]
    public async Task After_an_inner_call_the_outer_one_goes_on()
    {
        using var outer = CallScope.Open(["pins/list"]);
        using (CallScope.Open(["boards/list"]))
        {
            await RefusedAsync(HttpMethod.Get, "/pins");
        }

        using var answer = await _http.GetAsync(new Uri(Base + "/pins"));
        Assert.True(answer.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("https://api.example.com/v4/pins")]
    [InlineData("https://api.example.com/v5evil/pins")]
    [InlineData("https://api.example.com:444/v5/pins")]
    [InlineData("http://api.example.com/v5/pins")]
    [InlineData("https://api.example.com.evil.example/v5/pins")]
    [InlineData("https://user@api.example.com/v5/pins")]
    [InlineData("https://api.example.com/v5/pins/../boards")]
    public async Task A_request_to_another_address_is_refused(string address)
    {
        using var scope = CallScope.Open(["pins/list"]);
        await Assert.ThrowsAsync<AccessDeniedException>(() => _http.GetAsync(new Uri(address)));
        Assert.Empty(_pinterest.Requests);
    }

    [Fact]
    public async Task An_upload_goes_only_to_the_address_that_Pinterest_named_in_the_call()
    {
        var named = new Uri("https://uploads.example.org/a?b=c");
        _pinterest.Answer = (_, _) => Task.FromResult(AnsweringHandler.Json($$"""{"upload_url": "{{named}}"}"""));
        using (CallScope.Open(["media/create"]))
        {
            await Assert.ThrowsAsync<AccessDeniedException>(() => _http.PostAsync(named, null));
            using var registered = await _http.PostAsync(new Uri(Base + "/media"), null);
            using var sent = await _http.PostAsync(named, null);
            Assert.True(sent.IsSuccessStatusCode);
            await Assert.ThrowsAsync<AccessDeniedException>(() => _http.GetAsync(named));
            await Assert.ThrowsAsync<AccessDeniedException>(() =>
                _http.PostAsync(new Uri("https://uploads.example.org/other"), null)
            );
            using var withToken = new HttpRequestMessage(HttpMethod.Post, named);
            withToken.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "token");
            await Assert.ThrowsAsync<AccessDeniedException>(() => _http.SendAsync(withToken));
        }

        using var next = CallScope.Open(["media/create"]);
        await Assert.ThrowsAsync<AccessDeniedException>(() => _http.PostAsync(named, null));
    }

    public void Dispose() => _http.Dispose();

    private async Task RefusedAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, Base + path);
        var error = await Assert.ThrowsAsync<AccessDeniedException>(() => _http.SendAsync(request));
        Assert.Equal("gate", error.Decision.Rule);
    }
}
