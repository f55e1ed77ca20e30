using System.Security.Cryptography;
using System.Text;

namespace Pinterest.OpenApi.Mcp.Pages.SignIn;

/// <summary>One browser in which the person signed in.</summary>
internal sealed class PageSession
{
    private PageNotice? _notice;

    /// <summary>Gets the name of the session, which stands in its addresses. It is of no use without the cookie.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the SHA-256 of what the cookie holds.</summary>
    public required byte[] Secret { get; init; }

    /// <summary>Gets what each form of the session sends along, so that no other page can send one.</summary>
    public required string FormToken { get; init; }

    /// <summary>Gets the mark of the key that the person signed in by.</summary>
    public required string Mark { get; init; }

    /// <summary>Gets when the session ends.</summary>
    public required DateTimeOffset Ends { get; init; }

    /// <summary>Gets the address of the session's page.</summary>
    public string Path => $"/p/{Id}/";

    /// <summary>Tells whether a form is of this session.</summary>
    public bool Sent(string? token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(FormToken), Encoding.UTF8.GetBytes(token ?? ""));

    /// <summary>Notes what the person is told next.</summary>
    public void Tell(PageNotice notice) => Interlocked.Exchange(ref _notice, notice);

    /// <summary>Takes what the person is told; null when there is nothing.</summary>
    public PageNotice? TakeNotice() => Interlocked.Exchange(ref _notice, null);
}
