using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Pinterest.OpenApi.Mcp.Pages.Markup;
using Pinterest.OpenApi.Mcp.Pages.Sections;
using Pinterest.OpenApi.Mcp.Pages.SignIn;

namespace Pinterest.OpenApi.Mcp.Pages;

/// <summary>
/// The page on which a person approves, grants and reads the log. It works without a script, and it opens with the
/// person's key only.
/// </summary>
internal sealed class AgentPage
{
    private readonly PageParts _parts;
    private readonly PageSessions _sessions;
    private readonly SignInPage _signIn;
    private readonly ApprovalsSection _approvals;
    private readonly AgentsSection _agents;
    private readonly LogSection _log;

    /// <summary>Makes the page.</summary>
    /// <param name="parts">What it shows and changes.</param>
    /// <param name="logger">The log of the server.</param>
    public AgentPage(PageParts parts, ILogger logger)
    {
        _parts = parts;
        _sessions = new PageSessions(parts.Key, parts.Time);
        _signIn = new SignInPage(parts, _sessions, logger);
        _approvals = new ApprovalsSection(parts);
        _agents = new AgentsSection(parts);
        _log = new LogSection(parts);
    }

    /// <summary>Finds out who asks. It stands before the limits, which differ for the person.</summary>
    public void Use(IApplicationBuilder application) =>
        application.Use(
            (context, next) =>
            {
                context.Features.Set(_sessions.Find(context.Request));
                return next(context);
            }
        );

    /// <summary>Adds the addresses of the page.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        const string Session = PageRoutes.Session;
        routes.MapGet(PageRoutes.Home, (RequestDelegate)_signIn.ShowAsync);
        routes.MapPost(PageRoutes.SignIn, (RequestDelegate)_signIn.TakeAsync);
        routes.MapGet(Session, PageGate.Signed(ShowAsync));
        routes.MapGet(Session + PageRoutes.Waiting, PageGate.SignedPart(_approvals.ListAsync));
        routes.MapGet($"{Session}{PageRoutes.Pictures}{{id}}", PageGate.SignedPart(_approvals.PictureAsync));
        routes.MapPost(Session + PageRoutes.Approvals, PageGate.Change(_approvals.DecideAsync));
        routes.MapPost(Session + PageRoutes.Agents, PageGate.Change(_agents.ChangeAsync));
        routes.MapPost(Session + PageRoutes.Verify, PageGate.Change(_log.VerifyAsync));
        routes.MapPost(Session + PageRoutes.SignOut, PageGate.Signed(SignOutAsync));
        foreach (var asset in PageAsset.All)
        {
            routes.MapGet(PageRoutes.Home + asset.Name, (RequestDelegate)asset.WriteAsync);
            routes.MapGet(Session + asset.Name, (RequestDelegate)asset.WriteAsync);
        }
    }

    private async Task ShowAsync(HttpContext context, PageSession session)
    {
        var cancellationToken = context.RequestAborted;
        var approvals = await _approvals.ShowAsync(session, cancellationToken);
        var agents = _agents.Show(session);
        var log = await _log.ShowAsync(session, context.Request.Query, cancellationToken);
        var html = new Html().Add(
            $"""
            <a class="skip" href="#approvals">Go to what waits for you</a>
            <header>
            <h1>Pinterest agents</h1>
            <nav aria-label="Parts of this page">
            <a href="#approvals">Approvals <span class="count" id="count">{approvals.Count}</span></a>
            <a href="#agents">Agents</a>
            <a href="#log">Log</a>
            </nav>
            <form method="post" action="{PageRoutes.SignOut}">{PageLayout.Token(
                session
            )}<button>Sign out</button></form>
            </header>
            {PageLayout.Notice(session.TakeNotice())}
            <main>
            {approvals.Html}
            {agents}
            {log}
            </main>
            {Limits()}
            <p id="news" role="status" hidden></p>
            """
        );
        var count = approvals.Count.ToString(CultureInfo.InvariantCulture);
        var title = approvals.Count > 0 ? $"({count}) Pinterest agents" : "Pinterest agents";
        var page = PageLayout.Page(title, html, _parts.Time.GetUtcNow());
        await PageHeaders.WriteAsync(context.Response, page, cancellationToken);
    }

    private Html Limits() =>
        new Html().Add(
            $"""
            <footer>
            <h2>What this does not protect against</h2>
            <ul>
            <li>A program that runs as your user can approve, grant and read as you do. Run the server as another user for
            agents that have a shell.</li>
            <li>Whoever has your key is taken for you. Make a new one when it was seen: <code>{_parts.KeyCommand}</code>.</li>
            <li>A picture at an address is fetched by your browser now, and by Pinterest later. Its host learns that it was
            looked at, and can serve another one.</li>
            </ul>
            </footer>
            """
        );

    private async Task SignOutAsync(HttpContext context, PageSession session)
    {
        var form = await PageGate.OwnFormAsync(context);
        if (form is null || !session.Sent(form["token"]))
        {
            await PageGate.RefuseAsync(context.Response);
            return;
        }

        await _signIn.EndAsync(context, session);
    }
}
