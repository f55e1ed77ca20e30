using Microsoft.Extensions.Logging;

namespace Pinterest.OpenApi;

/// <summary>The addresses and options for token requests.</summary>
public sealed record PinterestOAuthOptions
{
    /// <summary>
    /// Gets the address of the API that gives the tokens. Tokens of production do not work in the sandbox.
    /// </summary>
    /// <value>The default is <see cref="PinterestClientOptions.Production"/>.</value>
    public Uri BaseAddress { get; init; } = PinterestClientOptions.Production;

    /// <summary>Gets the page that users sign in on.</summary>
    /// <value>The default is https://www.pinterest.com/oauth/.</value>
    public Uri AuthorizeAddress { get; init; } = new("https://www.pinterest.com/oauth/");

    /// <summary>
    /// Gets whether <c>continuous_refresh=true</c> is sent. Apps made before 25 September 2025 need it for a refresh
    /// token that is valid for 60 days and can be renewed without limit.
    /// </summary>
    /// <value>The default is true.</value>
    public bool ContinuousRefresh { get; init; } = true;

    /// <summary>Gets the logger factory (category <see cref="PinterestTelemetry.Name"/>), or null for none.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Gets the clock; tests pass their own.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
