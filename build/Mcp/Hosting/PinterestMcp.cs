using System.Reflection;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Pinterest.OpenApi.Mcp.Access;
using Pinterest.OpenApi.Mcp.Tools;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>What every transport serves: the tools of an agent, as its grant stands at each request.</summary>
internal sealed class PinterestMcp(ToolCatalogue tools)
{
    /// <summary>The name of the server.</summary>
    public const string Name = "pinterest-mcp";

    /// <summary>Makes the options of a server, or of one session of it.</summary>
    /// <param name="identify">Says who sends a request.</param>
    public McpServerOptions OptionsFor(Func<MessageContext, AgentIdentity> identify)
    {
        var options = new McpServerOptions();
        Configure(options, identify);
        return options;
    }

    /// <summary>Sets the options of a server, or of one session of it.</summary>
    /// <param name="options">What is set.</param>
    /// <param name="identify">Says who sends a request.</param>
    public void Configure(McpServerOptions options, Func<MessageContext, AgentIdentity> identify)
    {
        options.ServerInfo = new Implementation
        {
            Name = Name,
            Title = "Pinterest",
            Version = Version(),
        };
        options.ScopeRequests = false;
        AddTools(options.Handlers, identify);
    }

    private void AddTools(McpServerHandlers handlers, Func<MessageContext, AgentIdentity> identify)
    {
        handlers.ListToolsHandler = async (request, cancellationToken) =>
            new ListToolsResult
            {
                Tools = await tools.ListAsync(identify(request), cancellationToken),

                // A grant may change at any time.
                TimeToLive = TimeSpan.Zero,
                CacheScope = CacheScope.Private,
            };
        handlers.CallToolHandler = (request, cancellationToken) =>
            CallAsync(request, identify(request), cancellationToken);
    }

    private async ValueTask<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> request,
        AgentIdentity agent,
        CancellationToken cancellationToken
    )
    {
        var call = request.Params ?? throw new McpException("The call names no tool.");
        var progress = call.ProgressToken is { } token ? new ProgressQueue(request.Server, token) : null;
        try
        {
            return await tools.CallAsync(agent, call.Name, Arguments(call), progress, cancellationToken);
        }
        finally
        {
            if (progress is not null)
            {
                await progress.EndAsync();
            }
        }
    }

    private static IReadOnlyDictionary<string, JsonElement>? Arguments(CallToolRequestParams call) =>
        call.Arguments is { } arguments ? arguments.AsReadOnly() : null;

    private static string Version() =>
        typeof(PinterestMcp).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion
            is { } version
            ? version.Split('+')[0]
            : "0";
}
