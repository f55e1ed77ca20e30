using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Sandbox.Media;

/// <summary>Uploads are registered, sent as a form with the file last, and processed.</summary>
public sealed class UploadEndpointTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private SandboxCalls _calls = null!;

    public async Task InitializeAsync() =>
        _calls = await SandboxCalls.StartAsync(
            new SandboxOptions { TimeProvider = _clock, MediaProcessingTime = TimeSpan.FromSeconds(30) }
        );

    public async Task DisposeAsync() => await _calls.DisposeAsync();

    [Fact]
    public async Task A_file_goes_from_registered_over_processing_to_succeeded()
    {
        var upload = await RegisterAsync();
        Assert.Equal("registered", await StatusAsync(upload));

        Assert.Equal((204, ""), await SendAsync(upload) is var sent ? (sent.Status, sent.Text) : default);

        Assert.Equal("processing", await StatusAsync(upload));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("succeeded", await StatusAsync(upload));
        Assert.Equal(
            [(string?)upload["media_id"]],
            (await _calls.GetAsync("/media")).Json["items"]!.Select(item => (string?)item["media_id"])
        );
    }

    [Fact]
    public async Task A_failure_is_had_on_demand()
    {
        var upload = (
            await _calls.PostAsync("/media", new { media_type = "video" }, headers: ("x-sandbox-fault", "failed-media"))
        ).Json;
        await SendAsync(upload);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("failed", await StatusAsync(upload));
        Assert.Equal(
            400,
            (
                await _calls.PostAsync(
                    "/pins",
                    new
                    {
                        media_source = new
                        {
                            source_type = "video_id",
                            media_id = upload["media_id"],
                            cover_image_url = "u",
                        },
                    }
                )
            ).Status
        );
        Assert.Equal("registered", await StatusAsync(await RegisterAsync()));
    }

    [Fact]
    public async Task A_policy_serves_an_hour()
    {
        var upload = await RegisterAsync();
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(
            (403, true),
            await SendAsync(upload) is var late
                ? (late.Status, late.Text.Contains("<Code>ExpiredPolicy</Code>", StringComparison.Ordinal))
                : default
        );
        Assert.Equal("registered", await StatusAsync(upload));
    }

    [Theory]
    [InlineData("policy", 403, "SignatureDoesNotMatch")]
    [InlineData("key", 403, "AccessDenied")]
    [InlineData("x-amz-credential", 403, "AccessDenied")]
    public async Task A_field_that_was_changed_is_refused(string field, int status, string code)
    {
        var upload = await RegisterAsync();
        upload["upload_parameters"]![field] = "changed";
        var refused = await SendAsync(upload);
        Assert.Equal(status, refused.Status);
        Assert.Contains(code, refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_before_its_fields_a_form_without_one_or_with_a_bearer_is_refused()
    {
        var upload = await RegisterAsync();
        Assert.Equal(403, (await SendAsync(upload, fileFirst: true)).Status);
        Assert.Equal(400, (await SendAsync(upload, withFile: false)).Status);
        Assert.Equal(400, (await SendAsync(upload, token: _calls.Sandbox.AccessToken)).Status);
        Assert.Equal(
            412,
            (
                await _calls.ReadAsync(
                    new HttpRequestMessage(HttpMethod.Post, (string)upload["upload_url"]!)
                    {
                        Content = new StringContent("x"),
                    }
                )
            ).Status
        );
        Assert.Equal("registered", await StatusAsync(upload));
    }

    [Fact]
    public async Task A_file_larger_than_any_other_body_is_taken()
    {
        var upload = await RegisterAsync();
        Assert.Equal(204, (await SendAsync(upload, file: new byte[24 * 1024 * 1024])).Status);
    }

    [Fact]
    public async Task An_upload_is_its_owners()
    {
        var upload = await RegisterAsync();
        Assert.Equal(
            404,
            (
                await _calls.GetAsync(
                    $"/media/{upload["media_id"]}",
                    _calls.Sandbox.IssueAccessToken(username: "stranger")
                )
            ).Status
        );
    }

    [Fact]
    public async Task A_form_without_a_length_is_a_411_as_S3_says_it()
    {
        var upload = await RegisterAsync();

        var refused = await SendAsync(upload, isChunked: true);

        Assert.Equal(411, refused.Status);
        Assert.Contains("<Code>MissingContentLength</Code>", refused.Text, StringComparison.Ordinal);
        Assert.Equal("registered", await StatusAsync(upload));
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D49484452", "failed")]
    [InlineData("", "failed")]
    [InlineData("000000186674797069736F6D", "succeeded")]
    public async Task A_picture_that_is_uploaded_as_a_video_fails_in_processing(string bytes, string expected)
    {
        var upload = await RegisterAsync();

        Assert.Equal(204, (await SendAsync(upload, file: Convert.FromHexString(bytes))).Status);

        Assert.Equal("processing", await StatusAsync(upload));
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(expected, await StatusAsync(upload));
    }

    private async Task<JObject> RegisterAsync() =>
        (await _calls.PostAsync("/media", new { media_type = "video" })).Json;

    private async Task<string?> StatusAsync(JObject upload) =>
        (string?)(await _calls.GetAsync($"/media/{upload["media_id"]}")).Json["status"];

    private Task<SandboxAnswer> SendAsync(
        JObject upload,
        bool fileFirst = false,
        bool withFile = true,
        string? token = null,
        byte[]? file = null,
        bool isChunked = false
    )
    {
        var form = new MultipartFormDataContent();
        var content = new ByteArrayContent(file ?? [1, 2, 3]);
        if (fileFirst)
        {
            form.Add(content, "file", "video.mp4");
        }

        foreach (var (name, value) in (JObject)upload["upload_parameters"]!)
        {
            form.Add(new StringContent((string)value!), name);
        }

        if (withFile && !fileFirst)
        {
            form.Add(content, "file", "video.mp4");
        }

        var request = new HttpRequestMessage(HttpMethod.Post, (string)upload["upload_url"]!) { Content = form };
        request.Headers.TransferEncodingChunked = isChunked;
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        return _calls.ReadAsync(request);
    }
}
