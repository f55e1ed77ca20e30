using System.Text;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>The last requests that were received.</summary>
internal sealed class RequestLog
{
    private const int Most = 1000;
    private const int LongestBody = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly Queue<ReceivedRequest> _requests = new();

    public IReadOnlyList<ReceivedRequest> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public void Add(ReceivedRequest request, ReadOnlyMemory<byte> body)
    {
        // The bodies of the token operations hold codes and tokens.
        var isShown =
            body.Length is > 0 and <= LongestBody && !request.Path.Contains("/oauth/", StringComparison.Ordinal);
        lock (_gate)
        {
            _requests.Enqueue(isShown ? request with { Body = Encoding.UTF8.GetString(body.Span) } : request);
            if (_requests.Count > Most)
            {
                _requests.Dequeue();
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }
}
