using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Models;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Client.Pipeline;

/// <summary>
/// A real server that misbehaves: nothing hangs, nothing is sent twice that must not be, no token leaves, each
/// error is typed.
/// </summary>
public sealed class TransportStageTests
{
    private int _requests;

    [Fact]
    public async Task A_connection_that_is_reset_is_typed_and_a_creation_is_not_sent_twice()
    {
        await using var server = await StartAsync(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        var client = server.Client(o =>
            o with
            {
                Retry = new PinterestRetryOptions { BaseDelay = TimeSpan.Zero, MaxDelay = TimeSpan.Zero },
            }
        );

        await Assert.ThrowsAsync<PinterestConnectionException>(() => client.Pins.CreateAsync(new PinCreate()));
        Assert.Equal(1, _requests);

        await Assert.ThrowsAsync<PinterestConnectionException>(() => client.Boards.GetAsync("7"));
        Assert.Equal(5, _requests);
    }

    [Fact]
    public async Task A_status_that_is_none_is_a_broken_reply_and_not_a_call_that_was_not_sent()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var served = Task.Run(async () =>
        {
            using var connection = await listener.AcceptTcpClientAsync();
            await using var stream = connection.GetStream();
            _ = await stream.ReadAsync(new byte[65536]);
            await stream.WriteAsync("HTTP/1.1 000 X\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray());
        });
        using var http = new HttpClient();
        var client = new PinterestClient(
            http,
            new PinterestClientOptions
            {
                BaseAddress = new Uri($"http://{listener.LocalEndpoint}/v5"),
                AccessToken = "test",
                Retry = new PinterestRetryOptions { MaxRetries = 0 },
            }
        );

        var error = await Assert.ThrowsAsync<PinterestConnectionException>(() =>
            client.Pins.CreateAsync(new PinCreate())
        );

        await served;
        Assert.Contains("the server returned 0, which is not an HTTP status", error.Message, StringComparison.Ordinal);
        Assert.Contains("it may have happened", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_typed()
    {
        var server = await StartAsync(_ => Task.CompletedTask);
        var client = server.Client();
        await server.DisposeAsync();

        var error = await Assert.ThrowsAsync<PinterestConnectionException>(() => client.Boards.GetAsync("7"));
        Assert.StartsWith("boards/get: the connection failed (", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_typed()
    {
        await using var server = await StartAsync(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("""{"id":"7","na""");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        await Assert.ThrowsAsync<PinterestConnectionException>(() => server.Client().Boards.GetAsync("7"));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_to_another_host_is_not_followed(int status)
    {
        await using var other = await StartAsync(_ => Task.CompletedTask);
        await using var server = await StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = other.Address.AbsoluteUri;
            return Task.CompletedTask;
        });

        var error = await Assert.ThrowsAsync<PinterestApiException>(() => server.Client().Boards.GetAsync("7"));
        Assert.Equal((status, 1), ((int)error.Status, _requests));
    }

    [Fact]
    public async Task A_gigantic_error_is_not_read_to_its_end()
    {
        await using var server = await StartAsync(async context =>
        {
            context.Response.StatusCode = 500;
            await context.Response.Body.WriteAsync(new byte[1024 * 1024]);

            // More is to come, and never does.
            await Forever.UntilEndAsync(context.RequestAborted);
        });

        var error = await Assert.ThrowsAsync<PinterestServerException>(() =>
            server.Client().Boards.GetAsync("7").WaitAsync(TimeSpan.FromSeconds(60))
        );
        Assert.Equal(64 * 1024, error.ResponseText.Length);
    }

    [Fact]
    public async Task A_cancellation_ends_a_call_at_once()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await StartAsync(context =>
        {
            arrived.SetResult();
            return Forever.UntilEndAsync(context.RequestAborted);
        });
        using var source = new CancellationTokenSource();

        var call = server.Client().Boards.GetAsync("7", cancellationToken: source.Token);
        await arrived.Task;
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    private Task<LoopbackServer> StartAsync(RequestDelegate answer) =>
        LoopbackServer.StartAsync(context =>
        {
            Interlocked.Increment(ref _requests);
            return answer(context);
        });
}
