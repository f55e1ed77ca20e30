namespace Pinterest.OpenApi.Benchmarks.Tokens;

/// <summary>
/// The refresh tokens of one account. A server that keeps the old token alive accepts it until one of the tokens that
/// it gave in exchange is used: pinr_3 gives pinr_4, and again pinr_5; when pinr_5 comes back, pinr_3 and pinr_4 end.
/// A strict server ends pinr_3 when it gives pinr_4.
/// </summary>
internal sealed class TokenChain(string account, bool keepsOld)
{
    private readonly HashSet<string> _unused = [];
    private string _inUse = "";
    private string? _lastWorker;
    private int _count;

    /// <summary>Gives the first token of a sign-in. All others end.</summary>
    public string SignIn()
    {
        _unused.Clear();
        _lastWorker = null;
        _inUse = Next();
        return _inUse;
    }

    /// <summary>Tells whether a token can be exchanged.</summary>
    public bool Accepts(string token) => token == _inUse || _unused.Contains(token);

    /// <summary>Exchanges a token that is accepted.</summary>
    /// <param name="token">The refresh token.</param>
    /// <param name="worker">The worker that sent it.</param>
    /// <returns>The new token, and the worker that had exchanged the same token before, or null.</returns>
    public (string Token, string? Before) Exchange(string token, string worker)
    {
        var before = token == _inUse ? _lastWorker : null;
        if (token != _inUse)
        {
            _unused.Clear();
        }

        var next = Next();
        if (keepsOld)
        {
            _inUse = token;
            _lastWorker = worker;
            _unused.Add(next);
        }
        else
        {
            _inUse = next;
        }

        return (next, before);
    }

    private string Next() => $"pinr_{account}_{++_count}";
}
