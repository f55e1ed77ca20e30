using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Pinterest.OpenApi.Unit.Mcp.Hosting;

/// <summary>Requests of revision 2026-07-28 by hand, without the client of the SDK.</summary>
internal static class RawCall
{
    private static readonly HttpClient Http = new();

    /// <summary>Calls a tool, and gives the result of the JSON-RPC response.</summary>
    public static async Task<JsonNode> CallAsync(Uri address, string key, string tool, JsonObject parameters)
    {
        parameters["name"] = tool;
        using var response = await SendAsync(address, key, "tools/call", parameters, tool);
        var text = await response.Content.ReadAsStringAsync();
        var data = text.Split('\n').FirstOrDefault(line => line.StartsWith("data: {", StringComparison.Ordinal));
        var message = JsonNode.Parse(data is null ? text : data["data: ".Length..])!;
        return message["result"] ?? throw new InvalidOperationException(text);
    }

    /// <summary>Sends a request, and gives the response as soon as its headers are there.</summary>
    public static async Task<HttpResponseMessage> SendAsync(
        Uri address,
        string key,
        string method,
        JsonObject parameters,
        string? name = null
    )
    {
        parameters["_meta"] = new JsonObject
        {
            ["io.modelcontextprotocol/protocolVersion"] = "2026-07-28",
            ["io.modelcontextprotocol/clientInfo"] = new JsonObject { ["name"] = "raw", ["version"] = "1" },
            ["io.modelcontextprotocol/clientCapabilities"] = new JsonObject { ["elicitation"] = new JsonObject() },
        };
        var body = new JsonObject
        {
            ["jsonrpc"] = "2.0",
            ["id"] = 1,
            ["method"] = method,
            ["params"] = parameters,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        request.Headers.Add("MCP-Protocol-Version", "2026-07-28");
        request.Headers.Add("Mcp-Method", method);
        if (name is not null)
        {
            request.Headers.Add("Mcp-Name", name);
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
