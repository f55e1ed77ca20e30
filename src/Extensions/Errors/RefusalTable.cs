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
                "Pinterest has not approved the app for this yet; no scope and no role helps. Look at the state of the app on "
                + "Pinterest's page of your apps: ask for trial access first, then for standard access.",
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
            Advice = "The app has trial access. Use Pinterest's sandbox, or ask Pinterest for standard access.",
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
            Advice = "Pinterest reviews the account. Call again when the review has ended; no other arguments help.",
            Source = RefusalSource.Users,
        },
        .. Content,
        .. Passing,
        .. Conflicts,
        .. ByStatus,
    ];

    private const string SpamAdvice =
        "Pinterest takes this for spam; it is not a rate limit. Slow down: waiting helps, sending the same again at once does not.";

    private const string ScopeAdvice = "{operation} needs {needs}. Ask the user for them at the next sign-in.";

    private static RefusalRow[] ByStatus =>
        [
            new(Authentication)
            {
                Statuses = [401],
                Advice =
                    "The access token is bad, expired, or of another environment (production and sandbox tokens differ). Get a new one.",
                Source = RefusalSource.Description,
            },
            new(Forbidden)
            {
                Statuses = [403],
                Advice =
                    "The user of the token has no right to this. Check the user's role on the ad account, who owns the object, and the "
                    + "scopes of the token: {operation} needs {needs}.",
                Source = RefusalSource.Description,
            },
            new(NotFound)
            {
                Statuses = [404],
                Advice =
                    "It does not exist, or it is not visible to this token: something secret is found only with the secret scope.",
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
