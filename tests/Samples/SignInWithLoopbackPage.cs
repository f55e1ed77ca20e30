using System.Net;
using System.Web;
using Pinterest.OpenApi;

namespace Samples;

/// <summary>
/// Signs a user in: Pinterest sends the browser back to a page of this machine, and the tokens go into a folder.
/// </summary>
public static class SignInWithLoopbackPage
{
    /// <summary>What the samples call the user in the store.</summary>
    public const string User = "me";

    /// <summary>
    /// Runs the sample. The app's settings at Pinterest must list the redirect address, to the letter.
    /// </summary>
    public static async Task<int> RunAsync(
        PinterestClientOptions options,
        TextWriter output,
        Uri authorizeAddress,
        Uri redirectUri,
        string tokenFolder,
        CancellationToken cancellationToken
    )
    {
        var app =
            options.App
            ?? throw new ArgumentException("Set App: signing in needs the app's id and secret.", nameof(options));
        using var http = new HttpClient();
        var where = new PinterestOAuthOptions
        {
            BaseAddress = options.BaseAddress,
            AuthorizeAddress = authorizeAddress,
            TimeProvider = options.TimeProvider,
        };
        var oauth = new PinterestOAuth(http, app, where);

        // It listens before anybody knows the address, so that no return is missed.
        using var listener = new HttpListener();
        listener.Prefixes.Add(redirectUri.AbsoluteUri);
        listener.Start();

        #region address
        // The state tells the return of this sign-in from one that somebody else has made up.
        var state = PinterestOAuth.CreateState();
        var address = oauth.GetAuthorizationUri(redirectUri, ["boards:read", "pins:read", "user_accounts:read"], state);
        #endregion
        await output.WriteLineAsync($"Open this address in a browser:\n{address.AbsoluteUri}");
        await output.FlushAsync(cancellationToken);

        if (await ReceiveCodeAsync(listener, state, cancellationToken) is not { } code)
        {
            await output.WriteLineAsync("You did not allow the app. Nothing was stored.");
            return 1;
        }

        #region store
        // From here on the token renews itself; each new pair is stored before anything uses it.
        var credential = new UserTokenCredential(oauth, new FileTokenStore(tokenFolder), User);
        await credential.SetTokenAsync(
            await oauth.ExchangeCodeAsync(code, redirectUri, cancellationToken),
            cancellationToken
        );

        var pinterest = new PinterestClient(options with { AccessToken = null, Credential = credential });
        var account = await pinterest.UserAccount.GetAsync(cancellationToken: cancellationToken);
        #endregion
        await output.WriteLineAsync(
            $"Signed in as {account.Username}, who has {account.PinCount} Pins. The tokens are in {tokenFolder}."
        );
        return 0;
    }

    private static async Task<string?> ReceiveCodeAsync(
        HttpListener listener,
        string state,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var context = await listener.GetContextAsync().WaitAsync(cancellationToken);

            #region return
            // A browser asks for an icon too, and anybody on this machine may knock with a code of their own.
            var answer = HttpUtility.ParseQueryString(context.Request.Url?.Query ?? "");
            var isOurs = answer["state"] == state && (answer["code"] ?? answer["error"]) is { Length: > 0 };
            #endregion
            context.Response.StatusCode = isOurs ? 200 : 400;
            context.Response.ContentType = "text/plain; charset=utf-8";
            context.Response.Close(
                isOurs ? "You can close this page."u8.ToArray() : "This is another return."u8.ToArray(),
                willBlock: true
            );
            if (isOurs)
            {
                return answer["code"];
            }
        }
    }
}
