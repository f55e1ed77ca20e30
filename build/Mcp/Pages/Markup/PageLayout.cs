using System.Globalization;
using Pinterest.OpenApi.Mcp.Pages.SignIn;

namespace Pinterest.OpenApi.Mcp.Pages.Markup;

/// <summary>What each page has around its content.</summary>
internal static class PageLayout
{
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";

    /// <summary>Puts a page together.</summary>
    /// <param name="title">The title.</param>
    /// <param name="body">All of its body.</param>
    /// <param name="now">What the clock of the server says; the script counts down by it.</param>
    public static Html Page(string title, Html body, DateTimeOffset now) =>
        new Html().Add(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>{title}</title>
            <link rel="icon" href="icon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="page.css">
            <script src="page.js" defer></script>
            </head>
            <body id="top" data-now="{now.ToUnixTimeMilliseconds()}">
            {body}
            </body>
            </html>

            """
        );

    /// <summary>Gives what the person is told; empty for nothing.</summary>
    public static Html Notice(PageNotice? notice)
    {
        var html = new Html();
        if (notice is not null)
        {
            var kind = notice.IsGood ? "good" : "bad";
            var role = notice.IsGood ? "status" : "alert";
            html.Add($"""<p class="notice {kind}" id="notice" role="{role}" tabindex="-1">{notice.Text}</p>""");
        }

        return html;
    }

    /// <summary>Gives the field that each form of a session has.</summary>
    public static Html Token(PageSession session) =>
        new Html().Add($"""<input type="hidden" name="token" value="{session.FormToken}">""");

    /// <summary>Gives a time in UTC, which the browser also tells by its own clock.</summary>
    public static Html Time(DateTimeOffset time)
    {
        var utc = time.UtcDateTime;
        var machine = utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var text = utc.ToString(TimeFormat, CultureInfo.InvariantCulture);
        return new Html().Add($"""<time datetime="{machine}">{text}</time>""");
    }

    /// <summary>Gives facts, each with its name.</summary>
    public static Html Facts(IEnumerable<KeyValuePair<string, string>> facts)
    {
        var html = new Html().Add($"<dl>");
        foreach (var (name, text) in facts)
        {
            html.Add($"<div><dt>{name}</dt><dd>{text}</dd></div>\n");
        }

        return html.Add($"</dl>\n");
    }
}
