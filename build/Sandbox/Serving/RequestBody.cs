using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>Reads the body of a request into memory, up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>The longest body that is accepted, in bytes.</summary>
    public const int Longest = 10 * 1024 * 1024;

    // Most senders read the answer only after they have sent everything. So a body that is too large is read on up
    // to this length: the sender then sees the refusal and not a broken connection.
    private const int LongestRead = 8 * Longest;

    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is 0 or null && request.Headers.TransferEncoding.Count == 0)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        var waitsForPermission = request.Headers.Expect.ToString() == "100-continue";
        if (request.ContentLength is > Longest && (waitsForPermission || request.ContentLength > LongestRead))
        {
            throw TooLarge();
        }

        var body = new ArrayBufferWriter<byte>((int)Math.Clamp(request.ContentLength ?? 0, 256, Longest));
        var total = 0L;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken).ConfigureAwait(false);
            foreach (var part in read.Buffer)
            {
                total += part.Length;
                if (total <= Longest)
                {
                    body.Write(part.Span);
                }
            }

            request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted || total > LongestRead)
            {
                break;
            }
        }

        return total > Longest ? throw TooLarge() : body.WrittenMemory;
    }

    private static SandboxError TooLarge() =>
        new(
            (int)HttpStatusCode.RequestEntityTooLarge,
            1,
            $"The body is too large: at most {Longest} bytes are accepted."
        );
}
