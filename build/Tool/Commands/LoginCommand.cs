using System.CommandLine;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Tool.Output;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>Signs a user in with the code flow, and stores the tokens.</summary>
internal sealed class LoginCommand : Command
{
    private const string Help = """
        Signs a user in: prints the address to open in a browser, waits on loopback for the user's return, and stores the tokens as
        FileTokenStore reads them. Tokens are never printed.

        With a sandbox of your own: --sandbox http://127.0.0.1:5080, and the app id that the sandbox prints.

        Example: pinterest-openapi login --app-id 1234567 --store ~/.pinterest --scopes boards:read pins:read
        """;

    private readonly LoginOptions _options = new();
    private readonly TextWriter _output;
    private readonly TextWriter _errors;

    public LoginCommand(TextWriter output, TextWriter errors)
        : base("login", Help)
    {
        _output = output;
        _errors = errors;
        _options.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var app = _options.App(parsed);
        using var http = new HttpClient();
        var oauth = OAuth(http, app, _options.Addresses(parsed));
        var state = PinterestOAuth.CreateState();
        await using var listener = await ReturnListener.StartAsync(_options.Return(parsed), state, TimeProvider.System);
        var page = oauth.GetAuthorizationUri(listener.Address, parsed.GetValue(_options.Scopes)!, state);
        await _output.LineAsync("Open this address in a browser:");
        await _output.LineAsync(page.ToString());
        await _output.FlushAsync(cancellationToken);
        try
        {
            var limit = TimeSpan.FromSeconds(parsed.GetValue(_options.Timeout));
            if (await listener.CodeAsync(limit, cancellationToken) is not { } code)
            {
                listener.Finish("The app was not allowed. Nothing was stored. You can close this page.");
                await _errors.LineAsync("The user did not allow the app. Nothing was stored.");
                return ExitCodes.Found;
            }

            // Only now is it known how the sign-in ends, so the browser waits until here.
            var token = await oauth.ExchangeCodeAsync(code, listener.Address, cancellationToken);
            await StoreAsync(parsed, oauth, token, cancellationToken);
            listener.Finish("Signed in. You can close this page.");
            return ExitCodes.Good;
        }
        catch (PinterestException error)
        {
            throw new SpecEnvironmentException(error.Message, error);
        }
    }

    private async Task StoreAsync(
        ParseResult parsed,
        PinterestOAuth oauth,
        PinterestToken token,
        CancellationToken cancellationToken
    )
    {
        var folder = parsed.GetValue(_options.Store)!.FullName;
        var user = parsed.GetValue(_options.User)!;
        await new UserTokenCredential(oauth, new FileTokenStore(folder), user).SetTokenAsync(token, cancellationToken);
        var scopes = string.Join(' ', token.Scopes);
        await _output.LineAsync($"Signed in. The tokens of '{user}' are in {folder}; scopes: {scopes}.");
    }

    private static PinterestOAuth OAuth(HttpClient http, PinterestApp app, PinterestOAuthOptions options)
    {
        try
        {
            return new PinterestOAuth(http, app, options);
        }
        catch (ArgumentException error)
        {
            throw new SpecException("login", error.Message, "Check the addresses.", error);
        }
    }
}
