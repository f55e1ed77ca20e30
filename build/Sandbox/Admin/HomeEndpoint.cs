using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>
/// Shows what the sandbox is: a page for people at /, a sign of life at /health, and the description that it serves at
/// /openapi.json. None of them shows a secret or a token.
/// </summary>
internal sealed class HomeEndpoint(ServedDescription description, ServerAddress server, HomePage page)
{
    private const string Home = "/";

    /// <summary>The sign of life.</summary>
    public const string Health = "/health";

    /// <summary>The description that is served.</summary>
    public const string OpenApi = "/openapi.json";

    public static bool Owns(string path) => path is Home or Health or OpenApi;

    /// <exception cref="SandboxError">405: only GET and HEAD are taken.</exception>
    public SandboxReply Answer(HttpRequest request, IHeaderDictionary headers)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            headers.Allow = "GET, HEAD";
            throw new SandboxError(StatusCodes.Status405MethodNotAllowed, 0, "The path accepts GET and HEAD.");
        }

        headers.CacheControl = "no-store";
        return request.Path.Value switch
        {
            Health => SandboxReply.Json(
                StatusCodes.Status200OK,
                new JObject { ["status"] = "ok", ["description"] = description.Version }
            ),
            OpenApi => SandboxReply.Json(StatusCodes.Status200OK, description.Root),
            _ => page.Reply(server.OriginFor(request), headers),
        };
    }
}
