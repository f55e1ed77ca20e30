using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Mcp.Pages.SignIn;

/// <summary>
/// The browsers in which the person signed in, kept in memory only. Cookies are shared by all ports of a host, and another
/// program may listen on one; so each session has a path of its own that nobody else knows, and its cookie is sent there
/// only.
/// </summary>
/// <param name="key">The person's key. A session ends with the key that opened it.</param>
/// <param name="time">The clock.</param>
internal sealed class PageSessions(IPageKey key, TimeProvider time)
{
    /// <summary>How long a session lasts: 12 hours.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private const string Cookie = "pinterest-mcp-page";
    private const string Prefix = "/p/";
    private const int MostSessions = 50;
    private const int MostCookies = 100;
    private const int SecretBytes = 32;
    private const int IdBytes = 16;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, PageSession> _sessions = new(StringComparer.Ordinal);

    /// <summary>Begins a session, and sets its cookie.</summary>
    /// <param name="response">What the cookie is set on.</param>
    /// <param name="mark">The mark of the key that the person sent.</param>
    public PageSession Begin(HttpResponse response, string mark)
    {
        var secret = Text(SecretBytes);
        var session = new PageSession
        {
            Id = Text(IdBytes),
            Secret = HashOf(secret),
            FormToken = Text(SecretBytes),
            Mark = mark,
            Ends = time.GetUtcNow() + Lifetime,
        };
        lock (_gate)
        {
            Forget();
            _sessions.Add(session.Id, session);
        }

        response.Cookies.Append(Cookie, secret, Options(session, Lifetime));
        return session;
    }

    /// <summary>Finds the session of a request; null when it has none, or one that has ended.</summary>
    public PageSession? Find(HttpRequest request)
    {
        if (IdOf(request.Path.Value) is not { } id)
        {
            return null;
        }

        PageSession? session;
        lock (_gate)
        {
            session = _sessions.GetValueOrDefault(id);
        }

        var isOpen =
            session is not null
            && Secrets(request).Any(secret => CryptographicOperations.FixedTimeEquals(session.Secret, HashOf(secret)))
            && session.Ends > time.GetUtcNow()
            && IsCurrent(session);
        return isOpen ? session : null;
    }

    /// <summary>Ends a session.</summary>
    public void End(PageSession session, HttpResponse response)
    {
        lock (_gate)
        {
            _sessions.Remove(session.Id);
        }

        response.Cookies.Append(Cookie, "", Options(session, TimeSpan.Zero));
    }

    private static CookieOptions Options(PageSession session, TimeSpan lifetime) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Path = session.Path,
            MaxAge = lifetime,
            IsEssential = true,
        };

    // Of many sessions the oldest ends, so that memory has a limit.
    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var ended in _sessions.Values.Where(session => session.Ends <= now).ToList())
        {
            _sessions.Remove(ended.Id);
        }

        if (_sessions.Count >= MostSessions)
        {
            _sessions.Remove(_sessions.Values.MinBy(session => session.Ends)!.Id);
        }
    }

    private bool IsCurrent(PageSession session)
    {
        try
        {
            return key.IsCurrent(session.Mark);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? IdOf(string? path)
    {
        if (path is null || !path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var end = path.IndexOf('/', Prefix.Length);
        return end < 0 ? null : path[Prefix.Length..end];
    }

    // A program on another port of the host can set a cookie of the same name for all paths, and a browser sends both.
    private static IEnumerable<string> Secrets(HttpRequest request) =>
        request
            .Headers.Cookie.SelectMany(line => (line ?? "").Split(';', MostCookies, StringSplitOptions.TrimEntries))
            .Where(pair => pair.StartsWith(Cookie + "=", StringComparison.Ordinal))
            .Select(pair => pair[(Cookie.Length + 1)..]);

    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static string Text(int bytes) => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(bytes));
}
