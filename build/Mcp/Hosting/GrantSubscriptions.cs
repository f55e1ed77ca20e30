using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>
/// Tells clients of 2026-07-28 over HTTP, without a session, that their tools may be others now: each holds a request
/// open (<c>subscriptions/listen</c>), and hears on it when the file of the grants has changed.
/// </summary>
/// <param name="file">The file of the grants.</param>
/// <param name="time">The clock.</param>
internal sealed class GrantSubscriptions(string file, TimeProvider time)
{
    /// <summary>The most requests that one agent holds open: 4.</summary>
    public const int MostOfAnAgent = 4;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>Offers subscriptions to clients whose revision has them.</summary>
    /// <param name="options">The options of the server of one request.</param>
    /// <param name="request">The request.</param>
    public void AddTo(McpServerOptions options, HttpRequest request)
    {
        if (!Revisions.IsStateless(request.Headers["MCP-Protocol-Version"].ToString()))
        {
            return;
        }

        options.Capabilities ??= new ServerCapabilities();
        options.Capabilities.Tools ??= new ToolsCapability();
        options.Capabilities.Tools.ListChanged = true;
        options.Handlers.SubscriptionsListenHandler = (listen, cancellationToken) =>
            ListenAsync(listen, AgentPrincipal.NameOf(listen.User) ?? "", cancellationToken);
    }

    /// <summary>Serves one subscription until the client or an hour ends it; the client then asks again.</summary>
    /// <param name="request">What the client wants to hear of.</param>
    /// <param name="agent">The name of the agent.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="McpException">The agent holds 4 open already.</exception>
    private async ValueTask<EmptyResult> ListenAsync(
        RequestContext<SubscriptionsListenRequestParams> request,
        string agent,
        CancellationToken cancellationToken
    )
    {
        if (_open.AddOrUpdate(agent, 1, (_, count) => count + 1) > MostOfAnAgent)
        {
            Leave(agent);
            throw new McpException($"This agent holds {MostOfAnAgent} subscriptions open already. End one of them.");
        }

        try
        {
            await ServeAsync(request, cancellationToken).ConfigureAwait(false);
            return new EmptyResult();
        }
        finally
        {
            Leave(agent);
        }
    }

    private async Task ServeAsync(
        RequestContext<SubscriptionsListenRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        var wantsTools = request.Params?.Notifications?.ToolsListChanged is true;
        await SendAsync(
                request,
                NotificationMethods.SubscriptionsAcknowledgedNotification,
                Acknowledgement(wantsTools),
                cancellationToken
            )
            .ConfigureAwait(false);
        using var limit = new CancellationTokenSource(Longest, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var changes = new GrantChanges();
        using var changed = new SemaphoreSlim(0);
        changes.Changed += (_, _) => changed.Release();
        var watching = changes.WatchAsync(file, time, end.Token);
        try
        {
            while (true)
            {
                await changed.WaitAsync(end.Token).ConfigureAwait(false);
                if (wantsTools)
                {
                    await SendAsync(request, NotificationMethods.ToolListChangedNotification, [], end.Token)
                        .ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // A subscription is meant to end this way.
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await watching.ConfigureAwait(false);
        }
    }

    private static JsonObject Acknowledgement(bool tools)
    {
        var honored = new SubscriptionsAcknowledgedNotificationParams
        {
            Notifications = new SubscriptionsListenNotifications { ToolsListChanged = tools ? true : null },
        };
        var type = McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(SubscriptionsAcknowledgedNotificationParams));
        return JsonSerializer.SerializeToNode(honored, type)!.AsObject();
    }

    private static Task SendAsync(
        RequestContext<SubscriptionsListenRequestParams> request,
        string method,
        JsonObject parameters,
        CancellationToken cancellationToken
    )
    {
        JsonNode id = request.JsonRpcRequest.Id.Id is string text ? text : (long)request.JsonRpcRequest.Id.Id!;
        parameters["_meta"] = new JsonObject { [MetaKeys.SubscriptionId] = id };
        return request.Server.SendMessageAsync(
            new JsonRpcNotification { Method = method, Params = parameters },
            cancellationToken
        );
    }

    private void Leave(string agent)
    {
        if (_open.AddOrUpdate(agent, 0, (_, count) => count - 1) <= 0)
        {
            _open.TryRemove(KeyValuePair.Create(agent, 0));
        }
    }
}
