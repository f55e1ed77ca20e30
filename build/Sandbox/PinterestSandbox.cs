using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Sandbox.Admin;
using Pinterest.OpenApi.Sandbox.Faults;
using Pinterest.OpenApi.Sandbox.Media;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Pipeline;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec;
using Pinterest.OpenApi.Spec.Operations;

namespace Pinterest.OpenApi.Sandbox;

/// <summary>
/// A Pinterest that answers on loopback: every operation of the description; boards, sections, Pins, media and search from
/// a state, the others made up from their schemas; with sign-in, scopes, rate limits, uploads and faults.
/// </summary>
public sealed class PinterestSandbox : IAsyncDisposable
{
    private const int MostHeaders = 100;
    private const int LongestHeaders = 32 * 1024;
    private const int ServerLimitFactor = 32;
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(2);

    private readonly WebApplication _application;
    private readonly SandboxServices _services;
    private readonly SandboxOptions _options;
    private readonly ApiEndpoint _api;
    private readonly AdminEndpoint? _admin;
    private readonly UploadEndpoint _uploads;
    private Uri? _origin;

    private PinterestSandbox(WebApplication application, SandboxOptions options, ServedDescription description)
    {
        (_application, _options) = (application, options);
        _services = new SandboxServices(options, description, () => Origin);
        _api = new ApiEndpoint(_services, options);
        _admin = options.HasAdmin ? new AdminEndpoint(_services) : null;
        _uploads = new UploadEndpoint(_services.State, _services.Uploads);
        AccessToken = IssueAccessToken();
    }

    /// <summary>Gets the address of the API; it ends in /v5.</summary>
    public Uri BaseAddress => new(Origin, ApiEndpoint.BasePath);

    /// <summary>Gets the address of the page on which a user signs in.</summary>
    public Uri AuthorizeAddress => new(Origin, AuthorizePage.Path);

    /// <summary>Gets an access token of the user that has every scope.</summary>
    public string AccessToken { get; }

    /// <summary>Gets the id of the app.</summary>
    public string AppId => _services.Tokens.App.Id;

    /// <summary>Gets the secret of the app.</summary>
    public string AppSecret => _services.Tokens.App.Secret;

    /// <summary>Gets every scope that a token can have.</summary>
    public IReadOnlyList<string> Scopes => _services.Description.Scopes;

    /// <summary>Gets the last 1,000 requests, oldest first; none without <see cref="SandboxOptions.HasAdmin"/>.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _services.Log.All;

    private Uri Origin =>
        _origin ??= new Uri(
            _application
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.First()
        );

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">How it answers; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="SpecException">The description cannot be served, or the state file is not one of a sandbox.</exception>
    /// <exception cref="IOException">The port is taken, or the state file cannot be used.</exception>
    public static async Task<PinterestSandbox> StartAsync(
        SandboxOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        options ??= new SandboxOptions();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();

        // The usual one takes Ctrl+C away from the process that the sandbox runs in.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder
            .WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{options.Port}"))
            .ConfigureKestrel(kestrel =>
            {
                // Bodies and headers are limited here, so that what is too much gets an answer in Pinterest's form.
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = null;
                kestrel.Limits.MaxRequestHeaderCount = MostHeaders * ServerLimitFactor;
                kestrel.Limits.MaxRequestHeadersTotalSize = LongestHeaders * ServerLimitFactor;
            });
        var description = options.Description.IsEmpty
            ? ServedDescription.Pinned
            : ServedDescription.Read(options.Description);
        var sandbox = new PinterestSandbox(builder.Build(), options, description);
        try
        {
            sandbox._application.Run(sandbox.AnswerAsync);
            await sandbox._application.StartAsync(cancellationToken).ConfigureAwait(false);
            return sandbox;
        }
        catch
        {
            await sandbox.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Gives the pinned description, as JSON in UTF-8.</summary>
    public static byte[] ReadPinnedDescription() => ServedDescription.PinnedBytes();

    /// <summary>Gives an access token.</summary>
    /// <param name="scopes">Its scopes; null for all.</param>
    /// <param name="username">The user; null for the one that signs in. A name that is not known makes a user.</param>
    /// <param name="lifetime">How long it serves; null for 30 days.</param>
    public string IssueAccessToken(
        IEnumerable<string>? scopes = null,
        string? username = null,
        TimeSpan? lifetime = null
    ) =>
        _services
            .Tokens.Issue(
                GrantKind.User,
                username is null ? _services.UserId : _services.UserNamed(username).Id,
                scopes is null ? Scopes : [.. scopes],
                lifetime: lifetime
            )
            .Id;

    /// <summary>Makes something go wrong with the next requests.</summary>
    public void AddFault(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        _services.Faults.Add(fault);
    }

    /// <summary>Puts boards, Pins and followers into the account of the user that signs in.</summary>
    public void Fill(SandboxContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        _services.Fill(content);
    }

    /// <summary>Empties the account, and forgets planned faults and what was counted against rate limits. Tokens stay.</summary>
    public void Reset() => _services.Reset();

    /// <summary>Stops the sandbox; requests under way get two seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(StopTime);
        await _application.StopAsync(limit.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
        _services.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers["x-pinterest-rid"] = RandomNumberGenerator
            .GetInt32(int.MaxValue)
            .ToString(CultureInfo.InvariantCulture);
        try
        {
            await ServeAsync(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody is left to be told.
        }
        catch (BadHttpRequestException error)
        {
            await WriteAsync(
                    context,
                    SandboxReply.Error(new SandboxError(error.StatusCode, 1, "The request cannot be read."))
                )
                .ConfigureAwait(false);
        }
    }

    private async Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var isApi = path.StartsWith(ApiEndpoint.BasePath + "/", StringComparison.Ordinal);
        var match = isApi
            ? _services.Description.Routes.Find(context.Request.Method, path[ApiEndpoint.BasePath.Length..])
            : null;
        ReadOnlyMemory<byte> body = default;
        SandboxFault? fault = null;
        SandboxReply reply;
        try
        {
            RefuseFlood(context.Request);
            if (path == MediaUploads.Path)
            {
                await WriteAsync(
                        context,
                        await _uploads.AnswerAsync(context.Request, context.RequestAborted).ConfigureAwait(false)
                    )
                    .ConfigureAwait(false);
                return;
            }

            body = await RequestBody.ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false);
            fault = match?.Operation is { } operation ? NextFault(context.Request, operation) : null;
            reply = match is not null
                ? await _api.AnswerAsync(context, match, fault, body).ConfigureAwait(false)
                : Other(context, path, body);
        }
        catch (SandboxError error)
        {
            reply = SandboxReply.Error(error);
        }
        catch (Exception error)
            when (error is not (OperationCanceledException or BadHttpRequestException or IOException))
        {
            // In development mode the caller is told; otherwise no text of an exception leaves the server.
            var message = _options.ChecksReplies ? error.Message : "Something went wrong.";
            reply = SandboxReply.Error(new SandboxError(StatusCodes.Status500InternalServerError, 0, message));
        }

        if (_options.HasAdmin && isApi)
        {
            _services.Log.Add(
                new ReceivedRequest(
                    _options.Clock.GetUtcNow(),
                    context.Request.Method,
                    path + context.Request.QueryString,
                    match?.Operation?.Id,
                    reply.Status,
                    null
                ),
                body
            );
        }

        if (
            context.RequestAborted.IsCancellationRequested
            || (fault is not null && await FaultMaker.SendAsync(fault, reply, context).ConfigureAwait(false))
        )
        {
            return;
        }

        await WriteAsync(context, reply).ConfigureAwait(false);
    }

    private SandboxFault? NextFault(HttpRequest request, OperationSchemas operation)
    {
        try
        {
            return _services.Faults.Next(request.Headers[FaultPlan.Header].ToString(), operation.Id);
        }
        catch (SpecException error)
        {
            throw SandboxError.Invalid($"'{FaultPlan.Header}': {error.Message}");
        }
    }

    private SandboxReply Other(HttpContext context, string path, ReadOnlyMemory<byte> body)
    {
        if (path == AuthorizePage.Path)
        {
            return _services.AuthorizePage.Answer(context.Request, body, context.Response.Headers);
        }

        if (_admin is not null && AdminEndpoint.Owns(path))
        {
            return _admin.Answer(context.Request.Method, path, body);
        }

        throw SandboxError.NoPath();
    }

    private static void RefuseFlood(HttpRequest request)
    {
        if (
            request.Headers.Count > MostHeaders
            || request.Headers.Sum(header => header.Key.Length + header.Value.Sum(value => value?.Length ?? 0))
                > LongestHeaders
        )
        {
            throw new SandboxError(
                (int)HttpStatusCode.RequestHeaderFieldsTooLarge,
                1,
                $"The headers are too many or too long: at most {MostHeaders} headers of {LongestHeaders} bytes are accepted."
            );
        }
    }

    private static async Task WriteAsync(HttpContext context, SandboxReply reply)
    {
        context.Response.StatusCode = reply.Status;
        if (reply.Body.IsEmpty)
        {
            return;
        }

        context.Response.ContentType = reply.ContentType;
        context.Response.ContentLength = reply.Body.Length;
        await context.Response.Body.WriteAsync(reply.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
