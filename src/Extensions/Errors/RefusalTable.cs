using static Pinterest.OpenApi.PinterestErrorKind;

namespace Pinterest.OpenApi;

/// <summary>
/// The one place that says what an unsuccessful response means. The first row that matches decides. Rows with a code
/// or a phrase stand before rows with a status only, and codes count before phrases: a message may quote what a user
/// wrote.
/// </summary>
internal static partial class RefusalTable
{
    private static readonly RefusalRow[] Rows =
    [
        new(AppNotApproved)
        {
            Statuses = [401, 403],
            Phrases = ["consumer type"],
            Advice =
                "Pinterest has not approved the app for this; another scope or role does not change that. Open "
                + "the page of your "
                + "apps at Pinterest and request trial access first, then standard access.",
            Source = RefusalSource.Users,
        },
        new(Spam)
        {
            Codes = [9],
            Advice = SpamAdvice,
            Source = RefusalSource.Users,
        },
        new(Spam)
        {
            Statuses = [400, 403, 429],
            Phrases = ["combat spam", "like spam", "as spam", "for spam", "spam block"],
            Advice = SpamAdvice,
            Source = RefusalSource.Users,
        },
        new(Spam)
        {
            Statuses = [429],
            Phrases = ["spam"],
            Advice = SpamAdvice,
            Source = RefusalSource.Samples,
        },
        .. TokenEndpoint,
        new(TrialAccess)
        {
            Statuses = [401, 403],
            Phrases = ["trial access", "restricted feature"],
            Advice = "The app has trial access. Use Pinterest's sandbox, or request standard access from Pinterest.",
            Source = RefusalSource.Users,
        },
        new(MissingScope)
        {
            Statuses = [401],
            Codes = [3],
            Advice = ScopeAdvice,
            Source = RefusalSource.Samples,
        },
        new(MissingScope)
        {
            Statuses = [401, 403],
            Phrases = ["scope", "sufficient permissions"],
            Advice = ScopeAdvice,
            Source = RefusalSource.Users,
        },
        new(AccountUnderReview)
        {
            Statuses = [403, 422],
            Phrases = ["under review", "in review", "being reviewed", "reviewing*account", "pending review"],
            Advice =
                "Pinterest is reviewing the account. Call again after the review; other arguments make no difference.",
            Source = RefusalSource.Users,
        },
        .. Content,
        .. Passing,
        .. Conflicts,
        .. ByStatus,
    ];

    private const string SpamAdvice =
        "Pinterest treats this call as spam; this is not a rate limit. Wait before you call again, and make "
        + "fewer similar calls.";

    private const string ScopeAdvice =
        "{operation} requires {needs}. Request these scopes at the next sign-in of the user.";

    private static RefusalRow[] ByStatus =>
        [
            new(Authentication)
            {
                Statuses = [401],
                Advice =
                    "The access token is invalid, expired, or from another environment (production or sandbox). "
                    + "Get a new one.",
                Source = RefusalSource.Description,
            },
            new(Forbidden)
            {
                Statuses = [403],
                Advice =
                    "The user of the token is not allowed to do this. Check the user's role on the ad account and "
                    + "the owner of the object. "
                    + "Check the scopes of the token too: {operation} requires {needs}.",
                Source = RefusalSource.Description,
            },
            new(NotFound)
            {
                Statuses = [404],
                Advice =
                    "It does not exist, or this token cannot see it. Secret boards and Pins require the secret scope.",
                Source = RefusalSource.Description,
            },
            new(BadRequest)
            {
                Statuses = [400, 422],
                Advice = "Correct the arguments; the same call cannot succeed.",
                Source = RefusalSource.Description,
            },
            new(Unknown) { Advice = "", Source = RefusalSource.Description },
        ];

    /// <summary>Gets the rows, in the order in which they are asked.</summary>
    public static IReadOnlyList<RefusalRow> All => Rows;

    /// <summary>Finds the row of a response. The last row matches every response.</summary>
    public static RefusalRow Find(ErrorResponse response)
    {
        foreach (var row in Rows)
        {
            if (row.Matches(response))
            {
                return row;
            }
        }

        return Rows[^1];
    }
}
