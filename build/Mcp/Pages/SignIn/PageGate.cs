using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Grants;
using Pinterest.OpenApi.Mcp.Pages.Markup;

namespace Pinterest.OpenApi.Mcp.Pages.SignIn;

/// <summary>Lets only the person who signed in through, and only forms of the page itself.</summary>
internal static class PageGate
{
    private const string OwnSite = "same-origin";
    private const string NotOurForm = "This form is not of this page. Nothing was changed. Open the page again.\n";

    /// <summary>Answers somebody who signed in; everybody else is sent to the form of the key.</summary>
    public static RequestDelegate Signed(Func<HttpContext, PageSession, Task> answer) =>
        context =>
        {
            PageHeaders.Set(context.Response);
            return context.Features.Get<PageSession>() is { } session
                ? answer(context, session)
                : RedirectAsync(context.Response, PageRoutes.Home);
        };

    /// <summary>Answers a script of the page, or a picture on it; everybody else gets 401.</summary>
    public static RequestDelegate SignedPart(Func<HttpContext, Task> answer) =>
        context =>
        {
            PageHeaders.Set(context.Response);
            if (context.Features.Get<PageSession>() is not null)
            {
                return answer(context);
            }

            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        };

    /// <summary>Takes a form of somebody who signed in, and shows the page with what became of it.</summary>
    public static RequestDelegate Change(Func<PageForm, CancellationToken, Task<PageAnswer>> change) =>
        Signed(
            async (context, session) =>
            {
                var form = await OwnFormAsync(context);
                if (form is null || !session.Sent(form["token"]))
                {
                    await RefuseAsync(context.Response);
                    return;
                }

                var answer = await TryAsync(change, form, context.RequestAborted);
                session.Tell(answer.Notice);
                await RedirectAsync(context.Response, $"{session.Path}#{Uri.EscapeDataString(answer.Anchor)}");
            }
        );

    /// <summary>Reads a form that a page of this server sent; null when another one did.</summary>
    public static async Task<PageForm?> OwnFormAsync(HttpContext context)
    {
        // The server has looked at the value of Origin already. Browsers always send it with a form.
        var headers = context.Request.Headers;
        var isOwn = headers.Origin.Count == 1 && (headers["Sec-Fetch-Site"] is [] or [OwnSite]);
        return isOwn ? await PageForm.ReadAsync(context.Request, context.RequestAborted) : null;
    }

    /// <summary>Refuses a form of another page.</summary>
    public static Task RefuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status403Forbidden;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(NotOurForm);
    }

    /// <summary>Sends a browser on, so that loading the page again sends no form again.</summary>
    public static Task RedirectAsync(HttpResponse response, string address)
    {
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = address;
        return Task.CompletedTask;
    }

    private static async Task<PageAnswer> TryAsync(
        Func<PageForm, CancellationToken, Task<PageAnswer>> change,
        PageForm form,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await change(form, cancellationToken);
        }
        catch (Exception error) when (error is AuditStoreException or GrantFileException)
        {
            return PageAnswer.Refused($"Nothing was changed. {error.Message}", "top");
        }
    }
}
