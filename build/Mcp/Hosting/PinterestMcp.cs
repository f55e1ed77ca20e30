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
    private readonly Resources _resources = new(tools);
    private readonly Prompts _prompts = new(tools);

    /// <summary>The name of the server.</summary>
    public const string Name = "pinterest-mcp";

    /// <summary>Gets the file of the grants, to tell clients of a change; null to tell them nothing.</summary>
    public string? GrantsFile { get; init; }

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
        options.ServerInstructions = Instructions.Text;
        options.ScopeRequests = false;
        AddTools(options.Handlers, identify);
        AddResources(options.Handlers, identify);
        AddPrompts(options.Handlers, identify);
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

    private void AddResources(McpServerHandlers handlers, Func<MessageContext, AgentIdentity> identify)
    {
        handlers.ListResourcesHandler = static (_, _) =>
            ValueTask.FromResult(
                new ListResourcesResult { TimeToLive = TimeSpan.Zero, CacheScope = CacheScope.Private }
            );
        handlers.ListResourceTemplatesHandler = async (request, cancellationToken) =>
            new ListResourceTemplatesResult
            {
                ResourceTemplates = await _resources.ListAsync(identify(request), cancellationToken),
                TimeToLive = TimeSpan.Zero,
                CacheScope = CacheScope.Private,
            };
        handlers.ReadResourceHandler = async (request, cancellationToken) =>
        {
            var uri = request.Params?.Uri ?? "";
            try
            {
                return await _resources.ReadAsync(identify(request), uri, cancellationToken);
            }
            catch (McpProtocolException error)
                when (error.ErrorCode is McpErrorCode.ResourceNotFound
                    && Revisions.IsStateless(request.Server.NegotiatedProtocolVersion)
                )
            {
                // The number of earlier revisions is none of this one.
                throw new McpProtocolException(error.Message, McpErrorCode.InvalidParams) { Data = { ["uri"] = uri } };
            }
        };
    }

    private void AddPrompts(McpServerHandlers handlers, Func<MessageContext, AgentIdentity> identify)
    {
        handlers.ListPromptsHandler = async (request, cancellationToken) =>
            new ListPromptsResult
            {
                Prompts = await _prompts.ListAsync(identify(request), cancellationToken),
                TimeToLive = TimeSpan.Zero,
                CacheScope = CacheScope.Private,
            };
        handlers.GetPromptHandler = async (request, cancellationToken) =>
            await _prompts.GetAsync(
                identify(request),
                request.Params?.Name ?? "",
                request.Params?.Arguments?.AsReadOnly(),
                cancellationToken
            );
    }

    private async ValueTask<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> request,
        AgentIdentity agent,
        CancellationToken cancellationToken
    )
    {
        var call = request.Params ?? throw new McpException("The call names no tool.");
        var progress = call.ProgressToken is { } token ? new ProgressQueue(request.Server, token) : null;
        var asking = agent with { Client = ElicitingClient.Of(request) };
        try
        {
            return await tools.CallAsync(asking, call.Name, Arguments(call), progress, cancellationToken);
        }
        catch (ApprovalNeededException question)
        {
            throw ElicitingClient.ToResult(question);
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
