using System.Diagnostics;
using System.Globalization;

namespace Pinterest.OpenApi.Benchmarks.Tokens;

/// <summary>
/// A process that calls for all accounts, with the credential and the store that an app has, until it is killed. It
/// writes a line for each token that is saved and for each sign-in that is needed.
/// </summary>
internal static class TokenWorker
{
    public const string Saved = "saved";
    public const string Lost = "lost";
    public const string Failed = "failed";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan PauseForSignIn = TimeSpan.FromMilliseconds(50);

    // A third of the life of a token, as five minutes would always be too early.
    private static readonly UserTokenOptions Options = new() { RenewalMargin = TimeSpan.FromMilliseconds(300) };

    public static async Task<int> RunAsync(Uri address, string folder, string name, IReadOnlyList<string> accounts)
    {
        new Thread(EndWithParent) { IsBackground = true }.Start();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add(TokenServer.WorkerHeader, name);
        var store = new ReportingTokenStore(new FileTokenStore(folder), ReportSaved);
        await Task.WhenAll(accounts.Select(account => CallAsync(http, address, store, account)));
        return 0;
    }

    /// <summary>Makes a client of an account.</summary>
    public static (PinterestClient Client, UserTokenCredential Credential) ClientOf(
        HttpClient http,
        Uri address,
        ITokenStore store,
        string account
    )
    {
        var oauth = new PinterestOAuth(
            http,
            new PinterestApp("1", "s"),
            new PinterestOAuthOptions { BaseAddress = address }
        );
        var credential = new UserTokenCredential(oauth, store, account, Options);
        var client = new PinterestClient(
            http,
            new PinterestClientOptions
            {
                BaseAddress = address,
                Credential = credential,
                AccessTier = AccessTier.Unlimited,
            }
        );
        return (client, credential);
    }

    private static async Task CallAsync(HttpClient http, Uri address, ITokenStore store, string account)
    {
        var (client, _) = ClientOf(http, address, store, account);
        while (true)
        {
            try
            {
                await client.Boards.GetAsync("7");
                await Task.Delay(Pause);
            }
            catch (PinterestReauthorizationRequiredException)
            {
                Console.WriteLine($"{Lost} {account}");
                await Task.Delay(PauseForSignIn);
            }
            catch (PinterestException error)
            {
                Console.WriteLine($"{Failed} {error.GetType().Name}");
            }
        }
    }

    private static void ReportSaved(PinterestToken token, bool isFirst)
    {
        var now = Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture);
        Console.WriteLine($"{Saved} {token.RefreshToken} {now} {isFirst}");
    }

    private static void EndWithParent()
    {
        Console.In.ReadToEnd();
        Environment.Exit(0);
    }
}
