using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Http;

/// <summary>
/// A body that is too large, damaged or labelled wrongly ends as an error of this library that keeps the status.
/// </summary>
public sealed class BufferedResponseTests
{
    private const int Limit = 1024 * 1024;
    private static readonly byte[] Board = """{"id":"7","name":"Kitchens"}"""u8.ToArray();

    public static TheoryData<string, byte[]> DamagedBodies =>
        new()
        {
            { "gzip", Board },
            { "br", Board },
            { "deflate", Board },
            { "gzip", Flipped(Compressed("gzip", Board)) },
            { "deflate", Flipped(Compressed("deflate", Board)) },
            { "gzip", Compressed("gzip", Board)[..^12] },
            { "br", Compressed("br", Board)[..^12] },
            { "deflate", Compressed("deflate", Board)[..^12] },
            { "gzip", Compressed("gzip", Board)[..4] },
            { "br", Compressed("br", Board)[..2] },
            { "gzip", Compressed("br", Board) },
            { "br", Compressed("gzip", Board) },
            { "br", "nothing"u8.ToArray() },
            { "gzip", [] },
            { "br", [] },
        };

    [Theory]
    [MemberData(nameof(DamagedBodies))]
    public async Task A_damaged_or_wrongly_labelled_body_is_an_error_that_keeps_the_status(string label, byte[] body)
    {
        await using var server = await StartAsync(label, body, StatusCodes.Status201Created);

        var error = await Assert.ThrowsAsync<PinterestApiException>(() =>
            server.Client().Boards.CreateAsync(new BoardCreate { Name = "Kitchens" })
        );

        Assert.Equal(HttpStatusCode.Created, error.Status);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_compressed_body_is_read(string label)
    {
        await using var server = await StartAsync(label, Compressed(label, Board));

        Assert.Equal("Kitchens", (await server.Client().Boards.GetAsync("7")).Name);
    }

    [Theory]
    [MemberData(nameof(DamagedBodies))]
    public async Task A_damaged_error_is_still_judged_by_its_status(string label, byte[] body)
    {
        await using var server = await StartAsync(label, body, StatusCodes.Status404NotFound);

        await Assert.ThrowsAsync<PinterestNotFoundException>(() => server.Client().Boards.GetAsync("7"));
    }

    [Fact]
    public async Task An_error_that_breaks_off_is_still_judged_by_its_status()
    {
        using var server = new BrokenServer("404 Not Found");

        await Assert.ThrowsAsync<PinterestNotFoundException>(() => server.Client().Boards.GetAsync("7"));
    }

    [Fact]
    public async Task A_success_that_breaks_off_keeps_its_status()
    {
        using var server = new BrokenServer("201 Created");

        var error = await Assert.ThrowsAsync<PinterestConnectionException>(() =>
            server.Client().Boards.CreateAsync(new BoardCreate { Name = "Kitchens" })
        );

        Assert.Equal(HttpStatusCode.Created, error.Status);
        Assert.Contains("while the body of a response 201 was read", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_body_that_becomes_a_gigabyte_is_not_read_to_its_end()
    {
        // A megabyte of members, each of which becomes a megabyte of spaces.
        var member = Compressed("gzip", Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024)));
        var sent = 0;
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            for (; sent < 1100; sent++)
            {
                await context.Response.Body.WriteAsync(member, context.RequestAborted);
            }
        });

        var error = await Assert.ThrowsAsync<PinterestApiException>(() => server.Client().Boards.GetAsync("7"));

        Assert.Equal(HttpStatusCode.OK, error.Status);
        Assert.Contains("The body is larger than 67108864 bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("MaxResponseBytes", error.Message, StringComparison.Ordinal);
        Assert.Equal(64 * 1024, error.ResponseText.Length);
    }

    [Theory]
    [InlineData(Limit, true)]
    [InlineData(Limit + 1, false)]
    public async Task The_limit_itself_is_allowed(int length, bool isAllowed)
    {
        var body = new byte[length];
        Array.Fill(body, (byte)'a');
        Encoding.ASCII.GetBytes("""{"id":"7","name":"x"}""").CopyTo(body, 0);
        body.AsSpan(21).Fill((byte)' ');
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.Body.WriteAsync(body).AsTask()
        );
        var client = server.Client(o => o with { MaxResponseBytes = Limit });

        if (isAllowed)
        {
            Assert.Equal("x", (await client.Boards.GetAsync("7")).Name);
            return;
        }

        var error = await Assert.ThrowsAsync<PinterestApiException>(() => client.Boards.GetAsync("7"));
        Assert.Contains("is larger than", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_many_chunks_is_read_whole()
    {
        var names = Enumerable.Range(0, 100).Select(i => new string((char)('a' + i % 26), 30_000)).ToList();
        var items = names.Select(name => $$"""{"id":"7","name":"{{name}}"}""");
        await using var server = await LoopbackServer.StartAsync(context =>
            context.Response.WriteAsync($$"""{"items":[{{string.Join(',', items)}}]}""")
        );

        var boards = await server.Client().Boards.ListAsync();

        Assert.Equal(names, boards.Items!.Select(board => board.Name));
    }

    [Theory]
    [InlineData("[", "1,", 80_000, "more than 100000 values")]
    [InlineData("\"", "aaaaaaaaaa", 40_000, "longer than 262144 bytes")]
    public async Task Values_that_would_cost_much_memory_end_the_reading(
        string start,
        string part,
        int times,
        string message
    )
    {
        var body = $$"""{"id":"7","unknown":{{start}}{{string.Concat(Enumerable.Repeat(part, times * 2))}}"}""";
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync(body));

        var error = await Assert.ThrowsAsync<PinterestApiException>(() =>
            server.Client(o => o with { MaxResponseBytes = Limit }).Boards.GetAsync("7")
        );

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, error.Status);
    }

    [Fact]
    public async Task Reading_happens_within_the_time_of_the_attempt()
    {
        var time = new FakeTimeProvider();
        var pinterest = new FakePinterest().Replies("""{"id":"7"}""");
        var client = new PinterestClient(
            new HttpClient(pinterest),
            new PinterestClientOptions
            {
                AccessToken = "pina_test",
                Retry = new PinterestRetryOptions { MaxRetries = 0 },
                TimeProvider = time,
                // The reply is there; what is left is to read it.
                OnResponse = _ => time.Advance(TimeSpan.FromSeconds(31)),
            }
        );

        await Assert.ThrowsAsync<PinterestTimeoutException>(() => client.Boards.GetAsync("7"));
    }

    [Theory]
    [InlineData("id\":\"7\",,}")]
    [InlineData("id\":\"7\",\"name\":nope}")]
    [InlineData("id\":\"7\",\"name\":\"\\u12\"}")]
    [InlineData("id\":\"7\",\"name\":[[[{\"a\"}]]]}")]
    public async Task An_error_in_the_middle_of_a_success_keeps_status_and_text(string rest)
    {
        await using var server = await LoopbackServer.StartAsync(context => context.Response.WriteAsync("{\"" + rest));

        var error = await Assert.ThrowsAsync<PinterestApiException>(() => server.Client().Boards.GetAsync("7"));

        Assert.Equal((HttpStatusCode.OK, "{\"" + rest), (error.Status, error.ResponseText));
    }

    private static Task<LoopbackServer> StartAsync(string label, byte[] body, int status = 200) =>
        LoopbackServer.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.ContentEncoding = label;
            await context.Response.Body.WriteAsync(body);
        });

    private static byte[] Compressed(string label, byte[] body)
    {
        using var result = new MemoryStream();
        using (
            Stream compressor = label switch
            {
                "gzip" => new GZipStream(result, CompressionLevel.Optimal),
                "br" => new BrotliStream(result, CompressionLevel.Optimal),
                _ => new ZLibStream(result, CompressionLevel.Optimal),
            }
        )
        {
            compressor.Write(body);
        }

        return result.ToArray();
    }

    private static byte[] Flipped(byte[] body)
    {
        body[body.Length / 2] ^= 0xFF;
        body[body.Length / 3] ^= 0xFF;
        return body;
    }

    /// <summary>Ends a reply in the middle of its body, without a reset that could overtake it.</summary>
    private sealed class BrokenServer : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public BrokenServer(string status)
        {
            _listener.Start();
            _ = AnswerAsync($"HTTP/1.1 {status}\r\nContent-Length: 1000\r\n\r\n{{\"id\":\"7\",\"na");
        }

        public PinterestClient Client() =>
            new(
                new PinterestClientOptions
                {
                    BaseAddress = new Uri($"http://{_listener.LocalEndpoint}/v5"),
                    AccessToken = "pina_test",
                    Retry = new PinterestRetryOptions { MaxRetries = 0 },
                }
            );

        public void Dispose() => _listener.Dispose();

        private async Task AnswerAsync(string reply)
        {
            using var socket = await _listener.AcceptSocketAsync();
            var buffer = new byte[64 * 1024];
            await socket.ReceiveAsync(buffer);
            await socket.SendAsync(Encoding.ASCII.GetBytes(reply));
            socket.Shutdown(SocketShutdown.Send);
            while (await socket.ReceiveAsync(buffer) > 0)
            {
                // What the client still sends is taken, because closing before would reset the connection.
            }
        }
    }
}
