using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>
/// Lets few large requests in at once, one of an agent, so that agents cannot fill the memory: a picture within a request
/// takes many times its size while it is read and checked. Small requests never wait.
/// </summary>
/// <param name="most">How many large requests are read and answered at once.</param>
/// <param name="time">The clock.</param>
internal sealed class LargeBodies(int most, TimeProvider time)
{
    /// <summary>From how many bytes on a request counts as large: 1 MiB. Those without pictures are far smaller.</summary>
    public const int Large = 1024 * 1024;

    /// <summary>How long a request waits for its turn.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>How long a turn lasts. Requests that stay open, or are sent slowly, keep no others out for longer.</summary>
    public static readonly TimeSpan LongestTurn = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turns = new(most, most);

    // As many as there are agents with a key or a grant.
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _ofAgents = new(StringComparer.Ordinal);

    /// <summary>Puts the limit before everything that comes after it, behind what finds out who asks.</summary>
    public void Use(IApplicationBuilder application) => application.Use(HandleAsync);

    private SemaphoreSlim TurnOf(HttpContext context) =>
        _ofAgents.GetOrAdd(AgentPrincipal.NameOf(context.User) ?? "", static _ => new SemaphoreSlim(1, 1));

    private async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        var body = new CountedBody(context.Request.Body, new LargeTurn([TurnOf(context), _turns], time));
        context.Request.Body = body;
        try
        {
            await next(context);
        }
        catch (Exception) when (body.IsRefused && !context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = Patience.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            await context.Response.WriteAsync("Other large requests are being answered. Send it again later.\n");
        }
        finally
        {
            body.Leave();
        }
    }

    // A request without a length is as large as what is read of it, so that bytes are counted.
    private sealed class CountedBody(Stream body, LargeTurn turn) : ReadingStream
    {
        private long _read;
        private bool _isLarge;

        public bool IsRefused { get; private set; }

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            var read = await body.ReadAsync(buffer, cancellationToken);
            _read += read;
            if (_read > Large && !_isLarge)
            {
                await TakeTurnAsync(cancellationToken);
            }

            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public void Leave() => turn.Leave();

        private async Task TakeTurnAsync(CancellationToken cancellationToken)
        {
            _isLarge = true;
            if (!await turn.TakeAsync(cancellationToken))
            {
                IsRefused = true;
                throw new IOException("Too many large requests at once.");
            }
        }
    }
}
