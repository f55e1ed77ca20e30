using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Mcp.Pages.Markup;

namespace Pinterest.OpenApi.Mcp.Pages.SignIn;

/// <summary>Takes the person's key, and ends a session.</summary>
/// <param name="parts">What the page shows.</param>
/// <param name="sessions">The sessions.</param>
/// <param name="logger">The log of the server.</param>
internal sealed partial class SignInPage(PageParts parts, PageSessions sessions, ILogger logger)
{
    private const string NoKey = "There is no key yet.";
    private const string TooMany =
        "Too many wrong keys were tried. Try again in a few seconds; the right key opens at once.";
    private const string Wrong = "This is not the key of this page. The key of an agent does not open it.";

    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    // Only wrong keys are counted: whoever tries many keys does not keep the person out.
    private readonly TokenBucketRateLimiter _wrongKeys = new(
        new TokenBucketRateLimiterOptions
        {
            TokenLimit = 10,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TryAgain,
            AutoReplenishment = false,
            QueueLimit = 0,
        }
    );

    /// <summary>Shows the form.</summary>
    public Task ShowAsync(HttpContext context)
    {
        PageHeaders.Set(context.Response);
        return ShowAsync(context, problem: null);
    }

    /// <summary>Takes the key.</summary>
    public async Task TakeAsync(HttpContext context)
    {
        PageHeaders.Set(context.Response);
        var form = await PageGate.OwnFormAsync(context);
        if (form is null)
        {
            await PageGate.RefuseAsync(context.Response);
            return;
        }

        try
        {
            if (parts.Key.Accept(form["key"]?.Trim()) is { } mark)
            {
                var session = sessions.Begin(context.Response, mark);
                SignedIn(logger);
                await PageGate.RedirectAsync(context.Response, session.Path);
                return;
            }

            await RefuseAsync(context);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await ShowAsync(context, $"The key cannot be read. {error.Message}");
        }
    }

    /// <summary>Ends the session.</summary>
    public Task EndAsync(HttpContext context, PageSession session)
    {
        sessions.End(session, context.Response);
        return PageGate.RedirectAsync(context.Response, PageRoutes.Home);
    }

    private async Task RefuseAsync(HttpContext context)
    {
        _wrongKeys.TryReplenish();
        using var lease = _wrongKeys.AttemptAcquire();
        if (!lease.IsAcquired)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = TryAgain.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
            await ShowAsync(context, TooMany);
            return;
        }

        Refused(logger);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        await ShowAsync(context, Wrong);
    }

    private Task ShowAsync(HttpContext context, string? problem)
    {
        var html = new Html().Add(
            $"""
            <main class="sign-in">
            <h1>Pinterest agents</h1>
            <p>Here you approve what agents will send, and set what they may do.</p>
            {PageLayout.Notice(problem is null ? null : new PageNotice(IsGood: false, problem))}
            <form method="post" action="sign-in">
            <input type="text" name="user" value="person" autocomplete="username" hidden>
            <label for="key">Your key</label>
            <input id="key" name="key" type="password" autocomplete="current-password" required autofocus
             maxlength="128" aria-describedby="key-help">
            <button class="main">Sign in</button>
            </form>
            <p id="key-help" class="quiet">{(
                HasKey() ? "" : NoKey
            )} <code>{IPageKey.Command}</code> prints a new key{Place()}.
            It is another key than those of agents. You stay signed in for 12 hours.</p>
            </main>
            """
        );
        var page = PageLayout.Page("Sign in: Pinterest agents", html, parts.Time.GetUtcNow());
        return PageHeaders.WriteAsync(context.Response, page, context.RequestAborted);
    }

    // The place of the store is not for strangers.
    private string Place() =>
        parts.KeyCommand == IPageKey.Command ? "" : ", with the --store or --postgres of this server";

    private bool HasKey()
    {
        try
        {
            return parts.Key.Exists;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [LoggerMessage(20, LogLevel.Information, "Somebody signed in to the page with the person's key.")]
    private static partial void SignedIn(ILogger logger);

    [LoggerMessage(21, LogLevel.Warning, "Somebody tried to open the page with a wrong key.")]
    private static partial void Refused(ILogger logger);
}
