using System.Net;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Documents;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Documents;

/// <summary>A description is read from a file or over https, within limits.</summary>
public sealed class DescriptionSourceTests
{
    [Theory]
    [InlineData("https://example.com/a.json", "http://example.com/b.json", "is not an https address")]
    [InlineData("https://example.com/a.json", "https://example.com/a.json", "redirected more than 5 times")]
    public async Task A_redirect_is_followed_over_https_only_and_not_for_ever(
        string source,
        string location,
        string expected
    )
    {
        using var handler = new Redirects(location);

        var error = await Assert.ThrowsAnyAsync<Exception>(() => DescriptionSource.ReadAsync(source, handler));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_read_and_a_failure_is_the_environments()
    {
        Assert.Equal(
            "{}"u8.ToArray(),
            await DescriptionSource.ReadAsync("https://example.com/a.json", new FakePinterest().Replies("{}"))
        );
        Assert.Contains(
            "answered 404",
            (
                await Assert.ThrowsAsync<SpecEnvironmentException>(() =>
                    DescriptionSource.ReadAsync(
                        "https://example.com/a.json",
                        new FakePinterest().Replies("", HttpStatusCode.NotFound)
                    )
                )
            ).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "larger than 32 MiB",
            (
                await Assert.ThrowsAsync<SpecException>(() =>
                    DescriptionSource.ReadAsync(
                        "https://example.com/a.json",
                        new FakePinterest().Replies(new string(' ', 33 * 1024 * 1024))
                    )
                )
            ).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_server_that_sends_a_byte_at_a_time_is_given_up_after_two_minutes()
    {
        var time = new FakeTimeProvider();
        using var handler = new Drips(time);

        var error = await Assert.ThrowsAsync<SpecEnvironmentException>(() =>
            DescriptionSource.ReadAsync("https://example.com/a.json", handler, time, default)
        );

        Assert.Contains("no complete answer within 120 seconds", error.Message, StringComparison.Ordinal);
        Assert.InRange(handler.Sent, 100, 130);
    }

    [Fact]
    public async Task A_file_of_100_MB_is_refused()
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var file = Path.Combine(repository, "large.json");
        using (var large = File.Create(file))
        {
            large.SetLength(100 * 1024 * 1024);
        }

        var (code, _, errors) = await ToolRun.Of("pin", file, "--repository", repository);

        Assert.Equal(
            (2, $"{file}: The file is larger than 32 MiB. Check that it is the right file.\n"),
            (code, errors)
        );
    }

    [Theory]
    [InlineData("nowhere.json", "There is no such file. Check the name, or pass an https address.")]
    [InlineData("../../../../../../etc/passwd", "This is neither JSON nor YAML")]
    // Its size is 0, and it never ends.
    [InlineData("/dev/zero", "The file is larger than 32 MiB.")]
    [InlineData("/", "This is a folder. Pass the name of a JSON or YAML file.")]
    [InlineData(
        "http://example.com/openapi.json",
        "'http://example.com/openapi.json' is not an https address. Pass an https address or a file name."
    )]
    [InlineData("file:///etc/passwd", "is not an https address")]
    public async Task A_source_that_cannot_be_read_is_named(string source, string expected)
    {
        using var repository = TemporaryFolder.WithRepository(withClient: false);
        var before = repository.Snapshot();

        var (code, _, errors) = await ToolRun.Of("pin", source, "--repository", repository);

        Assert.Equal(2, code);
        Assert.Contains(
            source.StartsWith("..", StringComparison.Ordinal) ? "passwd" : expected,
            errors,
            StringComparison.Ordinal
        );
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Equal(before.OrderBy(f => f.Key), repository.Snapshot().OrderBy(f => f.Key));
    }

    /// <summary>Sends a byte a second, for ever.</summary>
    private sealed class Drips(FakeTimeProvider time) : HttpMessageHandler
    {
        public int Sent { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new Body(this, time)) }
            );

        private sealed class Body(Drips owner, FakeTimeProvider time) : MemoryStream
        {
            public override async ValueTask<int> ReadAsync(
                Memory<byte> buffer,
                CancellationToken cancellationToken = default
            )
            {
                time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                buffer.Span[0] = (byte)' ';
                owner.Sent++;
                return 1;
            }
        }
    }

    private sealed class Redirects(string location) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult(
                new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new Uri(location) } }
            );
    }
}
