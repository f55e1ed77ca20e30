using System.CommandLine;
using System.Net;
using System.Web;
using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>Signs a user in with the code flow, and stores the tokens.</summary>
internal static class LoginCommand
{
    private const int UsualPort = 8085;

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var app = new Option<string>("--app-id")
        {
            Description = "The id of the app.",
            HelpName = "ID",
            Required = true,
        };
        var secret = new Option<string>("--app-secret-env")
        {
            Description = "The environment variable that holds the app's secret.",
            DefaultValueFactory = _ => "PINTEREST_APP_SECRET",
            HelpName = "NAME",
        };
        var scopes = new Option<string[]>("--scopes")
        {
            Description = "The scopes to ask for.",
            HelpName = "SCOPE",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => ["boards:read", "pins:read", "user_accounts:read"],
        };
        var port = new Option<int>("--port")
        {
            Description =
                "The port on loopback that the user returns to. The app's settings must list http://localhost:PORT/.",
            DefaultValueFactory = _ => UsualPort,
            HelpName = "N",
        };
        var store = new Option<DirectoryInfo>("--store")
        {
            Description = "The folder that the tokens are stored in, readable by you only.",
            HelpName = "FOLDER",
            Required = true,
        };
        var user = new Option<string>("--user")
        {
            Description = "What to call the user in the store.",
            DefaultValueFactory = _ => "me",
            HelpName = "NAME",
        };
        var address = new Option<string>("--base-address")
        {
            Description = "The API. Default: Pinterest's.",
            DefaultValueFactory = _ => PinterestClientOptions.Production.ToString(),
            HelpName = "URL",
        };
        var authorize = new Option<string>("--authorize-address")
        {
            Description = "The page on which the user signs in. Default: Pinterest's.",
            DefaultValueFactory = _ => new PinterestOAuthOptions().AuthorizeAddress.ToString(),
            HelpName = "URL",
        };
        var wait = new Option<int>("--timeout")
        {
            Description = "How many seconds the user has.",
            DefaultValueFactory = _ => 300,
            HelpName = "SECONDS",
        };
        wait.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var seconds) && seconds <= 0)
            {
                result.AddError("--timeout must be more than 0 seconds.");
            }
        });
        var command = new Command(
            "login",
            """
            Signs a user in: prints the address to open in a browser, waits on loopback for the user's return, and stores the tokens as
            FileTokenStore reads them. Tokens are never printed.

            Example: pinterest-openapi login --app-id 1234567 --store ~/.pinterest --scopes boards:read pins:read
            """
        )
        {
            app,
            secret,
            scopes,
            port,
            store,
            user,
            address,
            authorize,
            wait,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var variable = parsed.GetValue(secret)!;
                if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } appSecret)
                {
                    throw new SpecException(
                        "--app-secret-env",
                        $"The environment variable {variable} is empty.",
                        "Put the app's secret into it."
                    );
                }

                using var http = new HttpClient();
                var oauth = OAuth(
                    http,
                    new PinterestApp(parsed.GetValue(app)!, appSecret),
                    new PinterestOAuthOptions
                    {
                        BaseAddress = Address("--base-address", parsed.GetValue(address)!),
                        AuthorizeAddress = Address("--authorize-address", parsed.GetValue(authorize)!),
                    }
                );
                var back = new Uri($"http://localhost:{parsed.GetValue(port)}/");
                var state = PinterestOAuth.CreateState();
                using var listener = Listen(back);
                await output
                    .WriteLineAsync(
                        $"Open this address in a browser:\n{oauth.GetAuthorizeAddress(back, parsed.GetValue(scopes)!, state)}"
                    )
                    .ConfigureAwait(false);
                await output.FlushAsync(cancellationToken).ConfigureAwait(false);
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                limit.CancelAfter(TimeSpan.FromSeconds(parsed.GetValue(wait)));
                try
                {
                    if (await CodeAsync(listener, state, limit.Token).ConfigureAwait(false) is not { } code)
                    {
                        await errors
                            .WriteLineAsync("The user did not allow the app. Nothing was stored.")
                            .ConfigureAwait(false);
                        return ExitCodes.Found;
                    }

                    var token = await oauth.ExchangeCodeAsync(code, back, cancellationToken).ConfigureAwait(false);
                    var folder = parsed.GetValue(store)!.FullName;
                    await new UserTokenCredential(oauth, new FileTokenStore(folder), parsed.GetValue(user)!)
                        .SetTokenAsync(token, cancellationToken)
                        .ConfigureAwait(false);
                    await output
                        .WriteLineAsync(
                            $"Signed in. The tokens of '{parsed.GetValue(user)}' are in {folder}; scopes: {string.Join(' ', token.Scopes)}."
                        )
                        .ConfigureAwait(false);
                    return ExitCodes.Good;
                }
                catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
                {
                    throw new SpecEnvironmentException(
                        $"Nobody returned to {back} within {parsed.GetValue(wait)} seconds. Check that the app's settings list this address, and try again."
                    );
                }
                catch (PinterestException error)
                {
                    throw new SpecEnvironmentException(error.Message, error);
                }
            }
        );
        return command;
    }

    private static Uri Address(string option, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new SpecException(option, $"'{text}' is no address.", "Pass an https address.");

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

    private static HttpListener Listen(Uri back)
    {
        var listener = new HttpListener();
        listener.Prefixes.Add(back.ToString());
        try
        {
            listener.Start();
            return listener;
        }
        catch (HttpListenerException error)
        {
            listener.Close();
            throw new SpecEnvironmentException(
                $"{back} cannot be listened to: {error.Message}. Pass another --port, which the app's settings must list too.",
                error
            );
        }
    }

    // A return with another state is somebody else's, and a browser asks for an icon too: the right one is waited for.
    private static async Task<string?> CodeAsync(
        HttpListener listener,
        string state,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            var context = await listener.GetContextAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            var answer = HttpUtility.ParseQueryString(context.Request.Url?.Query ?? "");
            var isOurs = answer["state"] == state && (answer["code"] ?? answer["error"]) is { Length: > 0 };
            context.Response.StatusCode = isOurs ? 200 : 400;
            context.Response.ContentType = "text/plain; charset=utf-8";
            context.Response.Close(
                isOurs
                    ? "You can close this page."u8.ToArray()
                    : "This is not the return of the sign-in that was begun."u8.ToArray(),
                willBlock: false
            );
            if (isOurs)
            {
                return answer["code"];
            }
        }
    }
}
