using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>A response: a status and a body.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body; empty for none.</param>
/// <param name="ContentType">The content type of the body.</param>
internal sealed record SandboxReply(int Status, ReadOnlyMemory<byte> Body, string ContentType = "application/json")
    : IResult
{
    /// <summary>Gets the headers that the description demands.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static SandboxReply NoContent { get; } = new(StatusCodes.Status204NoContent, ReadOnlyMemory<byte>.Empty);

    public static SandboxReply Json(int status, JToken body) => new(status, Utf8(body));

    public static SandboxReply Error(SandboxError error) =>
        Json(error.Status, new JObject { ["code"] = error.Code, ["message"] = error.Message });

    /// <summary>A page of entities that are JSON already.</summary>
    public static SandboxReply Page(IReadOnlyList<byte[]> items, string? bookmark)
    {
        var page = new ArrayBufferWriter<byte>(items.Sum(item => item.Length + 1) + 128);
        page.Write("{\"items\":["u8);
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                page.Write(","u8);
            }

            page.Write(items[i]);
        }

        page.Write("],\"bookmark\":"u8);
        page.Write(bookmark is null ? "null"u8 : Encoding.UTF8.GetBytes($"\"{bookmark}\""));
        page.Write("}"u8);
        return new SandboxReply(StatusCodes.Status200OK, page.WrittenMemory);
    }

    /// <summary>Sends the response. The body is written by one call, which the streams of faults rely on.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            httpContext.Response.Headers[name] = value;
        }

        if (Body.IsEmpty || httpContext.RequestAborted.IsCancellationRequested)
        {
            return Task.CompletedTask;
        }

        httpContext.Response.ContentType = ContentType;
        httpContext.Response.ContentLength = Body.Length;
        return httpContext.Response.Body.WriteAsync(Body, httpContext.RequestAborted).AsTask();
    }

    public static byte[] Utf8(JToken body) => Encoding.UTF8.GetBytes(body.ToString(Formatting.None));

    /// <summary>Reads the body back; null when it is not JSON.</summary>
    public JToken? Read()
    {
        if (Body.IsEmpty || !ContentTypes.IsJson(ContentType))
        {
            return null;
        }

        using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(Body.Span)))
        {
            DateParseHandling = DateParseHandling.None,
        };
        return JToken.Load(reader);
    }
}
