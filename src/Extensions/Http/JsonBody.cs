using System.Net;
using System.Net.Http.Headers;

namespace Pinterest.OpenApi;

/// <summary>A body that is written straight to the connection.</summary>
internal sealed class JsonBody<T> : HttpContent
{
    private readonly T _value;

    public JsonBody(T value)
    {
        _value = value;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        // Newtonsoft writes synchronously, and the connection must not be written to synchronously.
        using var buffer = new MemoryStream();
        PinterestJson.Serialize(buffer, _value);
        await stream.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length)).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
