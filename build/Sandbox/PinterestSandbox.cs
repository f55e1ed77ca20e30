using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Pinterest.OpenApi.Sandbox.Admin;
using Pinterest.OpenApi.Sandbox.Faults;
using Pinterest.OpenApi.Sandbox.Hosting;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Pipeline;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Sandbox.State;
using Pinterest.OpenApi.Spec;

namespace Pinterest.OpenApi.Sandbox;

/// <summary>
/// A local Pinterest API on loopback, with sign-in, scopes, rate limits, uploads and faults. It has every operation of
/// the description. Boards, sections, Pins, media and search have a state. The other responses are generated from their
/// schemas.
/// </summary>
public sealed class PinterestSandbox : IAsyncDisposable
{
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(2);

    private readonly WebApplication _application;
    private readonly ServedDescription _description;
    private readonly ServerAddress _server;
    private readonly TokenTable _tokens;
    private readonly Users _users;
    private readonly AccountSetup _setup;
    private readonly FaultPlan _faults;
    private readonly RequestLog _log;

    private PinterestSandbox(WebApplication application)
    {
        _application = application;
        _description = application.Services.GetRequiredService<ServedDescription>();
        _server = application.Services.GetRequiredService<ServerAddress>();
        _tokens = application.Services.GetRequiredService<TokenTable>();
        _users = application.Services.GetRequiredService<Users>();
        _setup = application.Services.GetRequiredService<AccountSetup>();
        _faults = application.Services.GetRequiredService<FaultPlan>();
        _log = application.Services.GetRequiredService<RequestLog>();
        Warnings = application.Services.GetRequiredService<IStateJournal>().Warnings;
        AccessToken = IssueAccessToken();
    }

    /// <summary>
    /// Gets the address of the API. It ends in the path of the description's first server: /v5 for the pinned one.
    /// </summary>
    public Uri BaseAddress => new(_server.Origin, _description.BasePath);

    /// <summary>Gets the address of the page on which a user signs in.</summary>
    public Uri AuthorizeAddress => new(_server.Origin, AuthorizePage.Path);

    /// <summary>Gets an access token of the user that has every scope.</summary>
    public string AccessToken { get; }

    /// <summary>Gets the id of the app.</summary>
    public string AppId => _tokens.App.Id;

    /// <summary>Gets the secret of the app.</summary>
    public string AppSecret => _tokens.App.Secret;

    /// <summary>Gets every scope that a token can have.</summary>
    public IReadOnlyList<string> Scopes => _description.Scopes;

    /// <summary>
    /// Gets the last 1,000 requests, oldest first; none without <see cref="SandboxOptions.EnableAdmin"/>.
    /// </summary>
    public IReadOnlyList<ReceivedRequest> Requests => _log.All;

    /// <summary>Gets the problems of the state file, a sentence for each place; usually none.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">The options of the sandbox; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="SpecException">The description cannot be served, or the state file is not one of a
    /// sandbox or used by another.</exception>
    /// <exception cref="IOException">Another program uses the port, or the state file cannot be used.</exception>
    public static async Task<PinterestSandbox> StartAsync(
        SandboxOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new SandboxOptions();
        var description = options.Description.IsEmpty
            ? ServedDescription.Pinned
            : ServedDescription.Read(options.Description);
        var application = SandboxHost.Build(options, description);
        try
        {
            var sandbox = new PinterestSandbox(application);
            sandbox.FillAtStart(options);
            application.UseSandbox(options);
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return sandbox;
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Gives the pinned description, as JSON in UTF-8.</summary>
    public static byte[] ReadPinnedDescription() => ServedDescription.PinnedBytes();

    /// <summary>Issues an access token.</summary>
    /// <param name="scopes">The scopes of the token; null for all.</param>
    /// <param name="username">The user; null for the one that signs in. An unknown name adds a user.</param>
    /// <param name="lifetime">How long the token is valid; null for 30 days.</param>
    public string IssueAccessToken(
        IEnumerable<string>? scopes = null,
        string? username = null,
        TimeSpan? lifetime = null
    ) =>
        _tokens
            .Issue(
                GrantKind.User,
                username is null ? _users.DefaultId : _users.Named(username).Id,
                scopes is null ? Scopes : [.. scopes],
                lifetime: lifetime
            )
            .Id;

    /// <summary>Plans a fault for the next requests.</summary>
    public void AddFault(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _faults.Add(fault);
    }

    /// <summary>Adds boards, Pins and followers to the account of the user that signs in.</summary>
    public void Fill(SandboxContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _setup.Fill(content);
    }

    /// <summary>Removes all content, jobs, planned faults and counts of rate limits. Tokens stay valid.</summary>
    public void Reset() => _setup.Reset();

    /// <summary>Stops the sandbox. Requests in progress get two seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(StopTime, TimeProvider.System);
        await _application.StopAsync(limit.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    // Boards of a state file take the place of the content.
    private void FillAtStart(SandboxOptions options)
    {
        if (
            options.Content is { } content
            && !_application.Services.GetRequiredService<SandboxState>().All.OfType<Board>().Any()
        )
        {
            Fill(content);
        }
    }
}
