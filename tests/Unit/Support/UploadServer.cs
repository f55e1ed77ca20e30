using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Unit.Support;

/// <summary>Takes any video as number 99, and gives a new Pin the text of its request as title.</summary>
internal static class UploadServer
{
    public static async Task AnswerAsync(HttpContext context)
    {
        var address = $"http://{context.Request.Host}/upload";
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var reply = (context.Request.Method, context.Request.Path.Value) switch
        {
            ("POST", "/v5/media") => new JObject
            {
                ["media_id"] = "99",
                ["upload_url"] = address,
                ["upload_parameters"] = new JObject { ["key"] = "k" },
            },
            ("GET", "/v5/media/99") => new JObject { ["status"] = "succeeded" },
            ("POST", "/v5/pins") => new JObject { ["id"] = "1", ["title"] = body },
            _ => null,
        };
        context.Response.StatusCode = reply is null ? 204 : 200;
        if (reply is not null)
        {
            await context.Response.WriteAsync(reply.ToString());
        }
    }
}
