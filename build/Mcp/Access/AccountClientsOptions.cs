using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Mcp.Grants;

namespace Pinterest.OpenApi.Mcp.Access;

/// <summary>How the accounts of agents are reached.</summary>
public sealed record AccountClientsOptions
{
    /// <summary>Gets the address of the API.</summary>
    /// <value>The default is Pinterest's production.</value>
    public Uri BaseAddress { get; init; } = PinterestClientOptions.Production;

    /// <summary>Gets whether <see cref="BaseAddress"/> is a sandbox, where every account has the token of
    /// <see cref="AccessToken"/>.</summary>
    /// <value>The default is false.</value>
    public bool IsSandbox { get; init; }

    /// <summary>Gets the folder of the tokens that <c>pinterest-openapi login --store</c> wrote.</summary>
    /// <value>The default is that of <see cref="ConfigurationFolder"/>.</value>
    public string TokenFolder { get; init; } = ConfigurationFolder.Tokens;

    /// <summary>Gets the app, which renews tokens; null to use them until they expire.</summary>
    public PinterestApp? App { get; init; }

    /// <summary>Gets a token that is used for <see cref="AccessTokenAccount"/> in place of a stored one, or null.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Gets the account that <see cref="AccessToken"/> belongs to.</summary>
    /// <value>The default is me.</value>
    public string AccessTokenAccount { get; init; } = "me";

    /// <summary>Gets the access tier of the app.</summary>
    /// <value>The default is <see cref="AccessTier.Standard"/>.</value>
    public AccessTier AccessTier { get; init; } = AccessTier.Standard;

    /// <summary>Gets how long one call may take in all, with its retries and waits.</summary>
    /// <value>The default is 3 minutes.</value>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Gets the clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets what makes loggers, or null for none.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Gets what sends, in place of a handler of its own; it must not follow redirects. Tests pass one.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>
    /// Reads the environment: PINTEREST_ACCESS_TOKEN, or PINTEREST_APP_ID and PINTEREST_APP_SECRET, with which stored
    /// tokens are renewed.
    /// </summary>
    public static AccountClientsOptions FromEnvironment()
    {
        var id = Variable("PINTEREST_APP_ID");
        var secret = Variable("PINTEREST_APP_SECRET");
        return new AccountClientsOptions
        {
            AccessToken = Variable("PINTEREST_ACCESS_TOKEN"),
            App = id is null || secret is null ? null : new PinterestApp(id, secret),
        };
    }

    /// <summary>Names the options without their secrets.</summary>
    public override string ToString() => $"Accounts at {BaseAddress}";

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
