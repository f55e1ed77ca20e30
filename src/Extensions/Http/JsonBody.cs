using System.Net.Http.Headers;

namespace Pinterest.OpenApi;

/// <summary>
/// A JSON body, written before it is sent: Newtonsoft writes synchronously, and a body with a length passes gateways that refuse chunks.
/// </summary>
internal sealed class JsonBody : ByteArrayContent
{
    private JsonBody(byte[] buffer, int length)
        : base(buffer, 0, length) => Headers.ContentType = new MediaTypeHeaderValue("application/json");

    public static JsonBody Of<T>(T value)
    {
        using var buffer = new MemoryStream();
        PinterestJson.Serialize(buffer, value);
        return new JsonBody(buffer.GetBuffer(), (int)buffer.Length);
    }
}
