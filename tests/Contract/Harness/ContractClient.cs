namespace Pinterest.OpenApi.Contract;

/// <summary>The real client of src, pointed at a server that holds a contract.</summary>
internal sealed class ContractClient : IDisposable
{
    public const string AccessToken = "pina_example";
    public const string AppId = "1000001";
    public const string AppSecret = "example";

    private readonly HttpClient _http;

    public ContractClient(Uri server, DelegatingHandler? between = null)
    {
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false };
        if (between is not null)
        {
            between.InnerHandler = sockets;
        }

        _http = new HttpClient(between is null ? sockets : between);
        var address = new Uri(server.ToString().TrimEnd('/'));

        // A contract is one request and one reply: nothing is repeated and nothing held back.
        var once = new PinterestRetryOptions { MaxRetries = 0 };
        Pinterest = new PinterestClient(
            _http,
            new PinterestClientOptions
            {
                BaseAddress = address,
                AccessToken = AccessToken,
                AccessTier = AccessTier.Unlimited,
                MaxRateLimitWait = TimeSpan.Zero,
                Retry = once,
            }
        );
        OAuth = new PinterestOAuth(
            _http,
            new PinterestApp(AppId, AppSecret),
            new PinterestOAuthOptions { BaseAddress = address }
        );
    }

    public PinterestClient Pinterest { get; }

    public PinterestOAuth OAuth { get; }

    public void Dispose() => _http.Dispose();
}
