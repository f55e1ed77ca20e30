using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Mcp.Pages;
using Pinterest.OpenApi.Mcp.Pages.SignIn;

namespace Pinterest.OpenApi.Unit.Mcp.Pages;

/// <summary>Cookies are shared by all ports of a host.</summary>
public sealed class PageCookieTests
{
    [Theory]
    [InlineData("{0}; pinterest-mcp-page=x")]
    [InlineData("pinterest-mcp-page=x; {0}")]
    public void A_cookie_of_a_program_on_another_port_locks_nobody_out(string cookies)
    {
        var sessions = new PageSessions(new AnyKey(), TimeProvider.System);
        var begun = new DefaultHttpContext();
        var session = sessions.Begin(begun.Response, "mark");
        var own = begun.Response.Headers.SetCookie.ToString().Split(';')[0];
        var next = new DefaultHttpContext();
        next.Request.Path = session.Path;
        next.Request.Headers.Cookie = string.Format(System.Globalization.CultureInfo.InvariantCulture, cookies, own);

        Assert.Same(session, sessions.Find(next.Request));
    }

    [Fact]
    public void A_foreign_cookie_alone_opens_nothing()
    {
        var sessions = new PageSessions(new AnyKey(), TimeProvider.System);
        var session = sessions.Begin(new DefaultHttpContext().Response, "mark");
        var next = new DefaultHttpContext();
        next.Request.Path = session.Path;
        next.Request.Headers.Cookie = "pinterest-mcp-page=x";

        Assert.Null(sessions.Find(next.Request));
    }

    private sealed class AnyKey : IPageKey
    {
        public bool Exists => true;

        public string? Accept(string? key) => key;

        public bool IsCurrent(string mark) => true;
    }
}
