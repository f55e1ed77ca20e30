using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Tool.Commands;

/// <summary>What can be said to login.</summary>
internal sealed class LoginOptions
{
    private const int UsualPort = 8085;
    private const int UsualTimeout = 300;
    private const int LongestTimeout = 86_400;
    private const int HighestPort = 65_535;

    private readonly Option<string> _appId = new("--app-id")
    {
        Description = "The id of the app.",
        HelpName = "ID",
        Required = true,
    };
    private readonly Option<string> _secretVariable = new("--app-secret-env")
    {
        Description = "The environment variable that holds the app's secret.",
        DefaultValueFactory = _ => "PINTEREST_APP_SECRET",
        HelpName = "NAME",
    };
    private readonly Option<int> _port = new("--port")
    {
        Description =
            "The port on loopback that the user returns to. The app's settings must list http://localhost:PORT/.",
        DefaultValueFactory = _ => UsualPort,
        HelpName = "N",
    };
    private readonly Option<string?> _redirect = new("--redirect")
    {
        Description =
            "The address on loopback that the user returns to, as the app's settings list it, "
            + "for example http://127.0.0.1:8085/back. Instead of --port.",
        HelpName = "URL",
    };
    private readonly Option<string> _baseAddress = new("--base-address")
    {
        Description = "The API. Default: Pinterest's.",
        DefaultValueFactory = _ => PinterestClientOptions.Production.ToString(),
        HelpName = "URL",
    };
    private readonly Option<string> _authorizeAddress = new("--authorize-address")
    {
        Description = "The page on which the user signs in. Default: Pinterest's.",
        DefaultValueFactory = _ => new PinterestOAuthOptions().AuthorizeAddress.ToString(),
        HelpName = "URL",
    };
    private readonly Option<string?> _sandbox = new("--sandbox")
    {
        Description =
            "A running sandbox, for example http://127.0.0.1:5080. Sets both --base-address and --authorize-address.",
        HelpName = "URL",
    };

    public Option<string[]> Scopes { get; } =
        new("--scopes")
        {
            Description = "The scopes to request.",
            HelpName = "SCOPE",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => ["boards:read", "pins:read", "user_accounts:read"],
        };

    public Option<DirectoryInfo> Store { get; } =
        new("--store")
        {
            Description = "The folder that the tokens are stored in, readable by you only.",
            HelpName = "FOLDER",
            Required = true,
        };

    public Option<string> User { get; } =
        new("--user")
        {
            Description = "What to call the user in the store.",
            DefaultValueFactory = _ => "me",
            HelpName = "NAME",
        };

    public Option<int> Timeout { get; } =
        new("--timeout")
        {
            Description = "How many seconds the user has.",
            DefaultValueFactory = _ => UsualTimeout,
            HelpName = "SECONDS",
        };

    public void AddTo(Command command)
    {
        Timeout.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var seconds)
                && seconds is (<= 0 or > LongestTimeout)
            )
            {
                result.AddError($"--timeout must be from 1 to {LongestTimeout} seconds.");
            }
        });
        _port.Validators.Add(result =>
        {
            if (
                result.Tokens is [var token]
                && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var number)
                && number is (< 1 or > HighestPort)
            )
            {
                result.AddError($"--port must be from 1 to {HighestPort}.");
            }
        });
        Scopes.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                result.AddError("--scopes: a scope is empty. Example: --scopes boards:read pins:read.");
            }
        });
        command.Validators.Add(result =>
        {
            if (
                result.GetResult(_sandbox) is not null
                && (IsGiven(result.GetResult(_baseAddress)) || IsGiven(result.GetResult(_authorizeAddress)))
            )
            {
                result.AddError("--sandbox sets --base-address and --authorize-address; leave them out.");
            }
        });
        command.Add(_appId);
        command.Add(_secretVariable);
        command.Add(Scopes);
        command.Add(_port);
        command.Add(_redirect);
        command.Add(Store);
        command.Add(User);
        command.Add(_baseAddress);
        command.Add(_authorizeAddress);
        command.Add(_sandbox);
        command.Add(Timeout);
    }

    /// <summary>
    /// Reads the app. Its secret comes from the environment, because arguments are visible to other users of a
    /// machine.
    /// </summary>
    public PinterestApp App(ParseResult parsed)
    {
        var variable = parsed.GetValue(_secretVariable)!;
        return Environment.GetEnvironmentVariable(variable) is { Length: > 0 } secret
            ? new PinterestApp(parsed.GetValue(_appId)!, secret)
            : throw new SpecException(
                "--app-secret-env",
                $"The environment variable {variable} is empty.",
                "Put the app's secret into it."
            );
    }

    /// <summary>Reads the address to which the user returns, which must be on this machine.</summary>
    public Uri Return(ParseResult parsed)
    {
        if (parsed.GetValue(_redirect) is not { } text)
        {
            return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{parsed.GetValue(_port)}/"));
        }

        var isOurs =
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme == Uri.UriSchemeHttp
            && address.Port > 0
            && address is { Query: "", Fragment: "", UserInfo: "" }
            && (address.Host == "localhost" || IsLoopback(address.Host));
        return isOurs
            ? address!
            : throw new SpecException(
                _redirect.Name,
                $"'{text}' is no http address on loopback without a query.",
                "Pass one such as http://localhost:8085/ or http://127.0.0.1:8085/back."
            );
    }

    public PinterestOAuthOptions Addresses(ParseResult parsed) =>
        parsed.GetValue(_sandbox) is { } text
            ? OfSandbox(Address(text, _sandbox.Name))
            : new()
            {
                BaseAddress = Address(parsed.GetValue(_baseAddress), _baseAddress.Name),
                AuthorizeAddress = Address(parsed.GetValue(_authorizeAddress), _authorizeAddress.Name),
            };

    // Both addresses follow from where the sandbox is, whichever of its addresses was passed.
    private static PinterestOAuthOptions OfSandbox(Uri address) =>
        new() { BaseAddress = new Uri(address, "/v5"), AuthorizeAddress = new Uri(address, "/oauth/") };

    private static bool IsGiven(OptionResult? result) => result is { Implicit: false };

    private static bool IsLoopback(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);

    private static Uri Address(string? text, string option) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : throw new SpecException(option, $"'{text}' is no address.", "Pass an https address.");
}
