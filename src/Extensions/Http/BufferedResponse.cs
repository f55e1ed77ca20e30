using System.Buffers;
using System.Net;
using System.Text;

namespace Pinterest.OpenApi;

/// <summary>
/// A response whose body was read into a pooled buffer. Newtonsoft reads synchronously; reading the network
/// synchronously would block a thread for as long as the network takes and could not be cancelled, and the
/// text must be at hand for an error anyway.
/// </summary>
internal sealed class BufferedResponse : IDisposable
{
    private const int FirstBuffer = 16 * 1024;
    private const int MaxErrorBytes = 64 * 1024;

    private byte[] _buffer;

    private BufferedResponse(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        Reason = response.ReasonPhrase;
        Headers = new PinterestResponseHeaders(response);
        _buffer = ArrayPool<byte>.Shared.Rent(
            (int)Math.Clamp(response.Content.Headers.ContentLength ?? 0, FirstBuffer, 1024 * 1024)
        );
    }

    public HttpStatusCode Status { get; }

    public bool IsSuccess => (int)Status is >= 200 and <= 299;

    public string? Reason { get; }

    public PinterestResponseHeaders Headers { get; }

    public int Length { get; private set; }

    public static async Task<BufferedResponse> ReadAsync(
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        var buffered = new BufferedResponse(response);

        // The body of an error is read up to this length. It is for a person, who reads no more.
        var limit = buffered.IsSuccess ? int.MaxValue : MaxErrorBytes;
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                int read;
                while (
                    buffered.Length < limit
                    && (read = await body.ReadAsync(buffered.Free(), cancellationToken).ConfigureAwait(false)) > 0
                )
                {
                    buffered.Length += read;
                }
            }

            return buffered;
        }
        catch
        {
            buffered.Dispose();
            throw;
        }
    }

    public Stream OpenBody() => new MemoryStream(_buffer, 0, Length, writable: false);

    public string Text() =>
        Encoding.UTF8.GetString(
            _buffer,
            0,
            Status < HttpStatusCode.BadRequest ? Length : Math.Min(Length, MaxErrorBytes)
        );

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = [];
    }

    private Memory<byte> Free()
    {
        if (Length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        return _buffer.AsMemory(Length);
    }
}
