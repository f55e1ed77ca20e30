using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Unit.Support;

namespace Pinterest.OpenApi.Unit.Spec.Pacts.Broker;

/// <summary>
/// Speaks the part of the documented protocol of the Pact Broker that a verifier needs: the index, the pacts for
/// verification, a pact, the results, the branch of a version, and can-i-deploy. It is no Pact Broker: none could be
/// installed where these tests are written.
/// </summary>
internal sealed class FakeBroker : IAsyncDisposable
{
    private LoopbackServer _server = null!;

    /// <summary>Gets the pacts: each name with its document and whether it is pending.</summary>
    public Dictionary<string, (JObject Pact, bool IsPending)> Pacts { get; } = [];

    /// <summary>Gets the requests that were received: method and path with query, and the header Authorization.</summary>
    public List<(string Line, string Authorization)> Requests { get; } = [];

    /// <summary>Gets the JSON that was received, by method and path.</summary>
    public Dictionary<string, JObject> Bodies { get; } = [];

    /// <summary>Gets or sets the header Authorization that is demanded, or null.</summary>
    public string? Demanded { get; set; }

    /// <summary>Gets or sets where links begin; null for the address of the server.</summary>
    public string? LinkRoot { get; set; }

    /// <summary>Gets or sets what answers instead; false when it does not.</summary>
    public Func<HttpContext, Task<bool>>? Instead { get; set; }

    /// <summary>Gets or sets the answer of can-i-deploy.</summary>
    public JObject Deploy { get; set; } =
        new()
        {
            ["summary"] = new JObject { ["deployable"] = true, ["reason"] = "All required results are there." },
        };

    /// <summary>Gets the address, with a base path as behind a proxy.</summary>
    public string Address => new Uri(_server.Address, "/broker").ToString();

    public static async Task<FakeBroker> StartAsync()
    {
        var broker = new FakeBroker();
        broker._server = await LoopbackServer.StartAsync(broker.AnswerAsync);
        return broker;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}";
        var authorization = context.Request.Headers.Authorization.ToString();
        Requests.Add((path, authorization));
        if (Instead is not null && await Instead(context))
        {
            return;
        }

        if (Demanded is not null && authorization != Demanded)
        {
            context.Response.StatusCode = 401;
            return;
        }

        if (context.Request.ContentLength > 0)
        {
            using var reader = new StreamReader(context.Request.Body);
            Bodies[path] = JObject.Parse(await reader.ReadToEndAsync());
        }

        if (Answer(path) is not { } answer)
        {
            context.Response.StatusCode = 404;
            return;
        }

        context.Response.StatusCode = path.StartsWith("GET", StringComparison.Ordinal) ? 200 : 201;
        context.Response.ContentType = "application/hal+json;charset=utf-8";
        await context.Response.WriteAsync(answer.ToString());
    }

    private JObject? Answer(string path)
    {
        var root = LinkRoot ?? Address;
        return path switch
        {
            "GET /broker/" => Links(
                ("pb:provider-pacts-for-verification", root + "/pacts/provider/{provider}/for-verification"),
                (
                    "pb:pacticipant-branch-version",
                    root + "/pacticipants/{pacticipant}/branches/{branch}/versions/{version}"
                )
            ),
            "POST /broker/pacts/provider/Some%20provider/for-verification" => new JObject
            {
                ["_embedded"] = new JObject { ["pacts"] = new JArray(Pacts.Select(pact => Entry(root, pact.Key))) },
            },
            _ when path.StartsWith("GET /broker/can-i-deploy?", StringComparison.Ordinal) => Deploy,
            _ when path.StartsWith("PUT /broker/pacticipants/", StringComparison.Ordinal) => [],
            _ when path.EndsWith("/results", StringComparison.Ordinal) => [],
            _ when Pacts.TryGetValue(path.Split('/')[^1], out var pact) => Published(
                root,
                path.Split('/')[^1],
                pact.Pact
            ),
            _ => null,
        };
    }

    private JObject Entry(string root, string name)
    {
        var entry = Links(("self", $"{root}/pacts/{name}"));
        entry["verificationProperties"] = new JObject { ["pending"] = Pacts[name].IsPending };
        return entry;
    }

    private static JObject Published(string root, string name, JObject pact)
    {
        var published = (JObject)pact.DeepClone();
        published.Merge(Links(("pb:publish-verification-results", $"{root}/pacts/{name}/results")));
        return published;
    }

    private static JObject Links(params (string Relation, string Target)[] links) =>
        new()
        {
            ["_links"] = new JObject(
                links.Select(link => new JProperty(link.Relation, new JObject { ["href"] = link.Target }))
            ),
        };
}
