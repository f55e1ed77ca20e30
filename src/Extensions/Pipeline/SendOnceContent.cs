using System.Net;

namespace Pinterest.OpenApi;

/// <summary>
/// A body that refuses to be written where this library did not send it: to the target of a redirect, or again by a
/// handler of the HttpClient. Nothing of the request leaves then, because HttpClient sends the headers together with
/// the first bytes of the body.
/// </summary>
/// <remarks>
/// HttpClient removes the Authorization header when it follows a redirect; that tells a redirect from a handler that
/// sends a request to a gateway. A handler that reads the body as text or bytes makes HttpClient keep
/// a copy, which nobody can refuse.
/// </remarks>
internal sealed class SendOnceContent : HttpContent
{
    private readonly HttpContent _content;
    private readonly HttpRequestMessage _message;
    private readonly string _subject;
    private readonly bool _isRepeatable;
    private string? _writtenTo;

    /// <summary>Makes a body.</summary>
    /// <param name="content">What is written.</param>
    /// <param name="message">The request that it belongs to.</param>
    /// <param name="subject">Names the call in an error.</param>
    /// <param name="isRepeatable">Whether it may be written to the same host again.</param>
    public SendOnceContent(HttpContent content, HttpRequestMessage message, string subject, bool isRepeatable)
    {
        _content = content;
        _message = message;
        _subject = subject;
        _isRepeatable = isRepeatable;
        IsAuthorized = message.Headers.Authorization is not null;
        foreach (var (name, values) in content.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    /// <summary>Gets whether somebody began to write the body, so that a server may have it.</summary>
    public bool WasWritten => Volatile.Read(ref _writtenTo) is not null;

    /// <summary>Gets whether the request had an Authorization header when it left this library.</summary>
    private bool IsAuthorized { get; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        var target = _message.RequestUri?.GetLeftPart(UriPartial.Authority) ?? "";
        var before = Interlocked.Exchange(ref _writtenTo, target);
        if ((before is not null && before != target) || (IsAuthorized && _message.Headers.Authorization is null))
        {
            throw PinterestSentOnceException.OfRedirect(_subject, _message.RequestUri?.Host);
        }

        if (before is not null && !_isRepeatable)
        {
            throw PinterestSentOnceException.OfRepetition(_subject);
        }

        return _content.CopyToAsync(stream, context, cancellationToken);
    }

    // Reading is no writing: a handler may log the body, and the body is still written once only.
    protected override Task<Stream> CreateContentReadStreamAsync() => _content.ReadAsStreamAsync();

    protected override bool TryComputeLength(out long length)
    {
        length = _content.Headers.ContentLength ?? 0;
        return _content.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
        }

        base.Dispose(disposing);
    }
}
