using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Pinterest.OpenApi.Mcp.Hosting;

/// <summary>Sends notifications of progress one after another, and drops what a slow client does not take.</summary>
internal sealed class ProgressQueue(McpServer server, ProgressToken token) : IProgress<ProgressNotificationValue>
{
    // The result must not wait for a client that takes no progress.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;
    private ProgressNotificationValue? _next;
    private bool _isSending;

    /// <inheritdoc/>
    public void Report(ProgressNotificationValue value)
    {
        lock (_gate)
        {
            _next = value;
            if (!_isSending)
            {
                _isSending = true;
                _last = SendAsync();
            }
        }
    }

    /// <summary>Waits a little until the last one is sent.</summary>
    public async Task EndAsync()
    {
        Task last;
        lock (_gate)
        {
            last = _last;
        }

        await last.WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task SendAsync()
    {
        await Task.Yield();
        while (true)
        {
            ProgressNotificationValue value;
            lock (_gate)
            {
                if (_next is null)
                {
                    _isSending = false;
                    return;
                }

                value = _next;
                _next = null;
            }

            await server.NotifyProgressAsync(token, value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
