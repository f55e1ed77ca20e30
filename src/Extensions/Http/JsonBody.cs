using System.Net.Http.Headers;

namespace Pinterest.OpenApi;

/// <summary>
/// A JSON body. It is written before it is sent, because JSON is written synchronously, and because some gateways
/// reject a body without a length.
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
