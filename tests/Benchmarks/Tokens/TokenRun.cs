using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Pinterest.OpenApi.Benchmarks.Tokens;

/// <summary>Workers that share one folder of tokens and are killed, against one server.</summary>
internal sealed class TokenRun
{
    /// <summary>Four accounts give four refreshes a second.</summary>
    public static readonly IReadOnlyList<string> Accounts =
    [
        .. Enumerable.Range(0, 4).Select(number => number.ToString(CultureInfo.InvariantCulture)),
    ];

    private readonly ConcurrentQueue<TokenWindow> _windows = new();
    private readonly ConcurrentDictionary<string, int> _failures = new();
    private readonly TokenWorkers _workers;
    private readonly TokenServer _server;
    private readonly FileTokenStore _store;
    private readonly string _folder;
    private int _lost;

    private TokenRun(TokenWorkers workers, TokenServer server, string folder)
    {
        _workers = workers;
        _server = server;
        _folder = folder;
        _store = new FileTokenStore(folder);
    }

    /// <summary>Runs the workers for the time of the options.</summary>
    public static async Task<TokenOutcome> RunAsync(TokenRunOptions options, bool keepsOld)
    {
        var folder = Directory.CreateTempSubdirectory("pinterest-openapi-tokens-");
        try
        {
            var workers = new TokenWorkers(options);
            await using var server = await TokenServer.StartAsync(Accounts, keepsOld, workers);
            return await new TokenRun(workers, server, folder.FullName).RunAsync(options.Seconds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<TokenOutcome> RunAsync(int seconds)
    {
        foreach (var account in Accounts)
        {
            await SignInAsync(account, isLost: false);
        }

        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await _workers.RunAsync(Start, OnLineAsync, end.Token);
        foreach (var account in Accounts)
        {
            await CheckUsableAsync(account);
        }

        return new TokenOutcome
        {
            Refreshes = _server.Refreshes,
            Calls = _server.Calls,
            TwiceAfterKill = _server.TwiceAfterKill,
            TwiceWithoutKill = _server.TwiceWithoutKill,
            Kills = _workers.Kills,
            Aimed = _workers.Aimed,
            Lost = _lost,
            FirstWindows = Sorted(isFirst: true),
            LaterWindows = Sorted(isFirst: false),
            Failures = new Dictionary<string, int>(_failures),
        };
    }

    private List<double> Sorted(bool isFirst) =>
        [.. _windows.Where(window => window.IsFirst == isFirst).Select(window => window.Milliseconds).Order()];

    private Process Start(string worker)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(TokenRun).Assembly.Location);
        }

        start.ArgumentList.Add(TokensBenchmark.WorkerCommand);
        start.ArgumentList.Add(_server.Address.AbsoluteUri);
        start.ArgumentList.Add(_folder);
        start.ArgumentList.Add(worker);
        return Process.Start(start)!;
    }

    private async Task OnLineAsync(string line)
    {
        switch (line.Split(' '))
        {
            case [TokenWorker.Saved, var token, var timestamp, var isFirst]:
                var at = long.Parse(timestamp, CultureInfo.InvariantCulture);
                _windows.Enqueue(new TokenWindow(_server.MillisecondsUntil(token, at), bool.Parse(isFirst)));
                break;
            case [TokenWorker.Lost, var account]:
                await SignInAsync(account, isLost: true);
                break;
            case [TokenWorker.Failed, var kind]:
                _failures.AddOrUpdate(kind, 1, (_, count) => count + 1);
                break;
            default:
                // The last line of a worker that was killed while it wrote.
                break;
        }
    }

    // Both workers may report one loss, so the stored token is looked at first.
    private async Task SignInAsync(string account, bool isLost)
    {
        await using var held = await _store.LockAsync(account, CancellationToken.None);
        var stored = await held.ReadAsync(CancellationToken.None);
        if (_server.Accepts(account, stored?.RefreshToken))
        {
            return;
        }

        await held.SaveAsync(_server.SignIn(account), CancellationToken.None);
        if (isLost)
        {
            Interlocked.Increment(ref _lost);
        }
    }

    private async Task CheckUsableAsync(string account)
    {
        using var http = new HttpClient();
        try
        {
            var (client, credential) = TokenWorker.ClientOf(http, _server.Address, _store, account);
            await credential.RenewAsync(await credential.GetTokenAsync(default), default);
            await client.Boards.GetAsync("7");
        }
        catch (PinterestReauthorizationRequiredException)
        {
            Interlocked.Increment(ref _lost);
        }
    }

    private sealed record TokenWindow(double Milliseconds, bool IsFirst);
}
