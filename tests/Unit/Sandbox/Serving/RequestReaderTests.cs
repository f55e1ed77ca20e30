using System.Text;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Serving;

/// <summary>A request is held against the description, and what it does not allow is refused by name.</summary>
public sealed class RequestReaderTests : IAsyncLifetime
{
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() => _calls = await SandboxCalls.StartAsync();

    public async Task DisposeAsync()
    {
        Assert.Equal(200, (await _calls.GetAsync("/boards")).Status);
        await _calls.DisposeAsync();
    }

    [Theory]
    [InlineData(100, 201)]
    [InlineData(101, 400)]
    public async Task A_text_has_as_many_characters_as_people_see(int emoji, int status)
    {
        var title = string.Concat(Enumerable.Repeat("\U0001F600", emoji));
        var answer = await _calls.PostAsync("/pins", new { title });
        Assert.Equal(status, answer.Status);
        if (status == 400)
        {
            Assert.Contains("'title' has 101 characters; at most 100", answer.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/boards/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/boards/%2e%2e%2f%2e%2e%2fuser_account")]
    [InlineData("/boards/%F0%9F%98%80")]
    [InlineData("/boards/1;drop")]
    public async Task An_id_that_is_a_path_or_worse_is_refused_by_name(string path)
    {
        var refused = await _calls.GetAsync(path);
        Assert.Equal(
            (400, true),
            (refused.Status, refused.Message!.StartsWith("'board_id' does not match", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("{\"name\":\"x\",\"name\":\"y\"}", 201)]
    [InlineData("{\"name\":\"x\"} {}", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("\"text\"", 400)]
    [InlineData("{\"name\":\"x\",\"unknown\":{\"deep\":[1]}}", 201)]
    [InlineData("{\"name\":\"  \"}", 400)]
    [InlineData("{\"name\":null}", 400)]
    [InlineData("{\"name\":\"x\",\"privacy\":\"HIDDEN\"}", 400)]
    [InlineData("{\"name\":\"x\",\"description\":{\"$type\":\"System.IO.FileInfo\"}}", 400)]
    public async Task A_body_is_taken_by_the_description_and_nothing_else(string body, int status)
    {
        var answer = await _calls.PostAsync("/boards", body);
        Assert.Equal(status, answer.Status);
        if (status == 400)
        {
            Assert.Equal(1, answer.Code);
        }
    }

    [Fact]
    public async Task A_body_that_is_nested_for_ever_is_refused()
    {
        var refused = await _calls.PostAsync(
            "/boards",
            string.Concat(Enumerable.Repeat("{\"a\":", 5000)) + "1" + new string('}', 5000)
        );
        Assert.Equal(400, refused.Status);
        Assert.DoesNotContain("   at ", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF8_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _calls.Sandbox.BaseAddress + "/boards")
        {
            Content = new ByteArrayContent([0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D]),
        };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Authorization = new("Bearer", _calls.Sandbox.AccessToken);
        Assert.Equal(400, (await _calls.ReadAsync(request)).Status);
    }

    [Theory]
    [InlineData("GET", "/boards?page_size=9999", null, "'page_size' is 9999; at most 250 is allowed")]
    [InlineData("GET", "/boards?page_size=many", null, "'page_size' must be integer")]
    [InlineData("GET", "/pins/1/analytics", null, "is required")]
    [InlineData("POST", "/boards", "{\"name\":", "The body is not JSON")]
    [InlineData("POST", "/boards", "{\"name\":7}", "'name' must be string, not integer")]
    [InlineData("POST", "/boards", "{}", "'name' is required")]
    [InlineData("POST", "/boards", null, "The request requires a body")]
    [InlineData("POST", "/pins", "{\"title\":\"TITLE\"}", "'title' has 101 characters; at most 100 are allowed")]
    [InlineData(
        "POST",
        "/pins",
        "{\"media_source\":{\"source_type\":\"image_url\"}}",
        "'media_source.url' is required"
    )]
    public async Task What_the_description_does_not_allow_is_refused_by_name(
        string method,
        string path,
        string? body,
        string expected
    )
    {
        var refused = await _calls.SendAsync(
            new HttpMethod(method),
            path,
            body?.Replace("TITLE", new string('t', 101), StringComparison.Ordinal)
        );

        Assert.Equal(400, refused.Status);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.NotNull(refused.Code);
        Assert.NotEmpty(refused.Header("x-pinterest-rid"));
    }

    [Fact]
    public async Task A_content_type_that_is_not_declared_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _calls.Sandbox.BaseAddress + "/boards")
        {
            Content = new StringContent("name=x", Encoding.UTF8, "text/plain"),
        };
        request.Headers.Authorization = new("Bearer", _calls.Sandbox.AccessToken);

        Assert.Equal(415, (await _calls.ReadAsync(request)).Status);
    }
}
