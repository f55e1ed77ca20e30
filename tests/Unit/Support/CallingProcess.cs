namespace Pinterest.OpenApi.Unit.Support;

/// <summary>What the child process of a test does: it calls with a stored token until it is killed.</summary>
internal static class CallingProcess
{
    public static async Task RunAsync(Uri address, string folder, string user)
    {
        using var http = new HttpClient();
        var app = new PinterestApp("1", "s");
        var oauth = new PinterestOAuth(http, app, new PinterestOAuthOptions { BaseAddress = address });
        var client = new PinterestClient(
            http,
            new PinterestClientOptions
            {
                BaseAddress = address,
                Credential = new UserTokenCredential(oauth, new FileTokenStore(folder), user),
                AccessTier = AccessTier.Unlimited,
            }
        );
        while (true)
        {
            await client.Boards.GetAsync("7");
        }
    }
}
