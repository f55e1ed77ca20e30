using Pinterest.OpenApi;

// A process of its own for tests that kill one: calls with a stored token until it is killed.
var (address, folder, user) = (new Uri(args[0]), args[1], args[2]);
using var http = new HttpClient();
var oauth = new PinterestOAuth(http, new PinterestApp("1", "s"), new PinterestOAuthOptions { BaseAddress = address });
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
