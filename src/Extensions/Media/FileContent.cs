using System.Buffers;
using System.Net;

namespace Pinterest.OpenApi;

/// <summary>
/// A file as part of a form: read as it is sent, its length known beforehand because S3 takes no chunked form.
/// </summary>
internal sealed class FileContent(Stream file, long length, Action<long> report) : HttpContent
{
    private const int BufferSize = 80 * 1024;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var sent = 0L;
            while (sent < length)
            {
                var wanted = (int)Math.Min(buffer.Length, length - sent);
                var read = await file.ReadAsync(buffer.AsMemory(0, wanted), cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    throw new EndOfStreamException(
                        $"The video ended after {sent} of {length} bytes. Send the whole file."
                    );
                }

                await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                report(sent += read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    protected override bool TryComputeLength(out long computed)
    {
        computed = length;
        return true;
    }
}
