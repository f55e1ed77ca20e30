using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Mcp.Approvals;
using Pinterest.OpenApi.Mcp.Audit;
using Pinterest.OpenApi.Mcp.Pages.Markup;
using Pinterest.OpenApi.Mcp.Pages.SignIn;

namespace Pinterest.OpenApi.Mcp.Pages.Sections;

/// <summary>What waits for the person: exactly what will be sent, with the picture, and a yes or no to each.</summary>
/// <param name="parts">What the page shows and changes.</param>
internal sealed class ApprovalsSection(PageParts parts)
{
    /// <summary>Who decides, as it stands in the log.</summary>
    public const string By = "page";

    private const string Yes = "yes";
    private const string No = "no";
    private const string Anchor = "approvals";

    /// <summary>Shows what waits, the oldest first: it ends first.</summary>
    public async Task<ShownApprovals> ShowAsync(PageSession session, CancellationToken cancellationToken)
    {
        var html = new Html().Add(
            $"""
            <section id="{Anchor}" aria-labelledby="approvals-title">
            <h2 id="approvals-title">What waits for you</h2>

            """
        );
        var count = 0;
        try
        {
            var waiting = await parts.Approvals.ListAsync(waitingOnly: true, cancellationToken);
            count = waiting.Count;
            Add(html, waiting, session);
        }
        catch (AuditStoreException error)
        {
            html.Add($"""<p class="notice bad" role="alert">{error.Message}</p>""");
        }

        return new ShownApprovals(html.Add($"</section>\n"), count);
    }

    /// <summary>Writes the ids of what waits, a line each.</summary>
    public async Task ListAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        try
        {
            var waiting = await parts.Approvals.ListAsync(waitingOnly: true, context.RequestAborted);
            await context.Response.WriteAsync(string.Join('\n', waiting.Select(approval => approval.Id)));
        }
        catch (AuditStoreException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    /// <summary>Writes the picture of a call that waits.</summary>
    public async Task PictureAsync(HttpContext context)
    {
        var id = context.Request.RouteValues["id"] as string ?? "";
        var approval = await FindAsync(id, context.RequestAborted);
        if (approval?.Summary.PictureBytes is { } bytes && ApprovalCard.TypeOf(bytes) is { } type)
        {
            context.Response.ContentType = type;
            context.Response.ContentLength = bytes.Length;
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    /// <summary>Takes a yes or a no.</summary>
    public async Task<PageAnswer> DecideAsync(PageForm form, CancellationToken cancellationToken)
    {
        var id = form["id"] ?? "";
        var found = await parts.Approvals.FindAsync(id, cancellationToken);
        if (found is null)
        {
            return Refused("There is no such call any more. Nothing was approved.");
        }

        // What was shown is what is approved: the hash is that of tool and arguments.
        if (found.Hash != form["hash"])
        {
            return Refused($"Approval {found.Id} is for another call than the one that was shown. Look at it again.");
        }

        if (found.State != ApprovalState.Waiting)
        {
            return TooLate(found);
        }

        return form["answer"] switch
        {
            Yes => Approved(await parts.Approvals.ApproveAsync(found.Id, By, cancellationToken)),
            No => Denied(await parts.Approvals.DenyAsync(found.Id, By, cancellationToken)),
            _ => Refused("Say yes or no. Nothing was approved."),
        };
    }

    private void Add(Html html, IReadOnlyList<Approval> waiting, PageSession session)
    {
        if (waiting.Count == 0)
        {
            html.Add(
                $"""<p class="empty">Nothing waits for you. A request of an agent is shown here for ten minutes.</p>"""
            );
            return;
        }

        html.Add(
            $"""
            <p class="quiet">A yes holds for exactly what is shown, once, until its time ends. It is in the log.</p>
            <div class="approvals">

            """
        );
        var now = parts.Time.GetUtcNow();
        foreach (var approval in waiting.Reverse())
        {
            html.Add($"{ApprovalCard.Show(approval, session, now)}");
        }

        html.Add($"</div>\n");
    }

    private async Task<Approval?> FindAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await parts.Approvals.FindAsync(id, cancellationToken);
        }
        catch (AuditStoreException)
        {
            return null;
        }
    }

    // Somebody else may have decided between the look and the decision; who came first is in the approval.
    private static PageAnswer Approved(Approval? decided) =>
        decided is { State: ApprovalState.Approved, DecidedBy: By }
            ? PageAnswer.Done(
                $"Approved: {decided.Agent} may make this call once, until {ApprovalText.Time(decided.EndsAt)} "
                    + $"(approval {decided.Id}).",
                Anchor
            )
            : TooLate(decided);

    private static PageAnswer Denied(Approval? decided) =>
        decided is { State: ApprovalState.Denied, DecidedBy: By }
            ? PageAnswer.Done($"Refused: the call of {decided.Agent} is not made (approval {decided.Id}).", Anchor)
            : TooLate(decided);

    private static PageAnswer TooLate(Approval? approval) =>
        Refused(
            approval is null
                ? "There is no such call any more. Nothing was changed."
                : $"Approval {approval.Id} is {ApprovalText.State(approval)} already{Decider(approval)}. Nothing was changed."
        );

    private static string Decider(Approval approval) => approval.DecidedBy is { } by ? $" (by {by})" : "";

    private static PageAnswer Refused(string text) => PageAnswer.Refused(text, Anchor);
}
