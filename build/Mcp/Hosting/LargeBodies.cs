using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>
/// Lets few large requests in at once, so that agents cannot fill the memory: a picture within a request takes many times
/// its size while it is read and checked. Small requests never wait.
/// </summary>
/// <param name="most">How many large requests are read and answered at once.</param>
/// <param name="patience">How long one waits for its turn.</param>
/// <param name="time">The clock.</param>
internal sealed class LargeBodies(int most, TimeSpan patience, TimeProvider time)
{
    /// <summary>From how many bytes on a request counts as large: 1 MiB. Those without pictures are far smaller.</summary>
    public const int Large = 1024 * 1024;

    private readonly SemaphoreSlim _turns = new(most, most);

    /// <summary>Puts the limit before everything that comes after it.</summary>
    public void Use(IApplicationBuilder application) => application.Use(HandleAsync);

    private CancellationTokenSource Patience() => new(patience, time);

    private async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var body = new CountedBody(context.Request.Body, this);
        context.Request.Body = body;
        try
        {
            await next(context);
        }
        catch (Exception) when (body.IsRefused && !context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = patience.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            await context.Response.WriteAsync("Other large requests are being answered. Send it again later.\n");
        }
        finally
        {
            body.Leave();
        }
    }

    // A request without a length is as large as what is read of it, so that bytes are counted.
    private sealed class CountedBody(Stream body, LargeBodies owner) : Stream
    {
        private long _read;
        private bool _hasTurn;

        public bool IsRefused { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            var read = await body.ReadAsync(buffer, cancellationToken);
            _read += read;
            if (_read > Large && !_hasTurn)
            {
                await TakeTurnAsync(cancellationToken);
            }

            return read;
        }

        public override Task<int> ReadAsync(
            byte[] buffer,
            int offset,
            int count,
            CancellationToken cancellationToken
        ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public void Leave()
        {
            if (_hasTurn)
            {
                _hasTurn = false;
                owner._turns.Release();
            }
        }

        private async Task TakeTurnAsync(CancellationToken cancellationToken)
        {
            using var limit = owner.Patience();
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                await owner._turns.WaitAsync(either.Token);
                _hasTurn = true;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                IsRefused = true;
                throw new IOException("Too many large requests at once.");
            }
        }
    }
}
