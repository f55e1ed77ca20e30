using System.Globalization;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Pages.Markup;
using Pinterest.OpenApi.Mcp.Pages.SignIn;

namespace Pinterest.OpenApi.Mcp.Pages.Sections;

/// <summary>One call that waits, as the person sees it.</summary>
internal static class ApprovalCard
{
    private const string Link = "Link";
    private const string Media = "Media";

    /// <summary>Shows a call.</summary>
    /// <param name="approval">The call.</param>
    /// <param name="session">The session, whose forms have its token.</param>
    /// <param name="now">What the clock of the server says.</param>
    public static Html Show(Approval approval, PageSession session, DateTimeOffset now)
    {
        var id = approval.Id;
        return new Html().Add(
            $"""
            <article class="approval" data-id="{id}" aria-labelledby="title-{id}">
            <h3 id="title-{id}"><b>{approval.Agent}</b> would have {ApprovalText.Action(approval)}</h3>
            <p class="left" data-ends="{approval.EndsAt.ToUnixTimeMilliseconds()}">{Left(approval, now)}</p>
            <div class="content">
            {Picture(approval, session)}
            {Sent(approval)}
            </div>
            <details><summary>More of this call</summary>
            {PageLayout.Facts([.. ApprovalText.Caller(approval), .. ApprovalText.Media(approval), Hash(approval)])}
            </details>
            <form method="post" action="{PageRoutes.Approvals}" class="answers">
            {PageLayout.Token(session)}
            <input type="hidden" name="id" value="{id}"><input type="hidden" name="hash" value="{approval.Hash}">
            <button name="answer" value="yes" class="main" aria-describedby="title-{id}">Approve</button>
            <button name="answer" value="no" aria-describedby="title-{id}">Refuse</button>
            <span class="quiet">{id}</span>
            </form>
            </article>

            """
        );
    }

    /// <summary>Says what a picture is, as its first bytes show; null for what a browser is not given.</summary>
    public static string? TypeOf(byte[] bytes) =>
        MediaInfo.FromBytes(bytes).Kind switch
        {
            MediaKind.Jpeg => "image/jpeg",
            MediaKind.Png => "image/png",
            _ => null,
        };

    private static string Left(Approval approval, DateTimeOffset now)
    {
        var minutes = (long)Math.Ceiling((approval.EndsAt - now).TotalMinutes);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Max(minutes, 0)} min left, until {ApprovalText.Time(approval.EndsAt)}"
        );
    }

    private static KeyValuePair<string, string> Hash(Approval approval) => new("Hash of the call", approval.Hash);

    private static Html Sent(Approval approval)
    {
        var html = new Html().Add($"""<dl class="sent">""");
        foreach (var (name, text) in ApprovalText.Sent(approval))
        {
            html.Add(
                $"<div><dt>{name}</dt><dd>{(name == Link ? Address(text) : new Html().Add($"{text}"))}</dd></div>\n"
            );
        }

        return html.Add($"</dl>");
    }

    private static Html Picture(Approval approval, PageSession session)
    {
        var html = new Html();
        var summary = approval.Summary;
        if (summary.PictureBytes is { } bytes && TypeOf(bytes) is not null)
        {
            var address = $"{session.Path}{PageRoutes.Pictures}{approval.Id}";
            return html.Add(
                $"""
                <figure><img src="{address}" alt="The picture that would be sent">
                <figcaption>The very bytes that would be sent.</figcaption></figure>
                """
            );
        }

        if (AddressOf(summary.Picture) is { } picture)
        {
            return html.Add(
                $"""
                <figure><img src="{picture.AbsoluteUri}" alt="The picture, as its host serves it now"
                 referrerpolicy="no-referrer" decoding="async">
                <figcaption>From <strong>{picture.IdnHost}</strong>, as it answers your browser now.</figcaption></figure>
                """
            );
        }

        return summary.Lines.Any(line => line.Name == Media)
            ? html.Add(
                $"""
                <figure><figcaption>This picture or video cannot be shown: only JPEG and PNG up to 1 MiB are.</figcaption></figure>
                """
            )
            : html;
    }

    private static Uri? AddressOf(string? picture) =>
        Uri.TryCreate(picture, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? address
            : null;

    // The host stands out, since a long path can look like another one. No link: nobody should be led there by an agent.
    private static Html Address(string text)
    {
        if (!LinkHost.TryOfLink(text, out _))
        {
            return new Html().Add($"{text}");
        }

        var start = text.IndexOf("//", StringComparison.Ordinal) + 2;
        var length = text.AsSpan(start).IndexOfAny('/', '?', '#');
        var end = length < 0 ? text.Length : start + length;
        return new Html().Add($"{text[..start]}<strong>{text[start..end]}</strong>{text[end..]}");
    }
}
