using static Pinterest.OpenApi.PinterestErrorKind;

namespace Pinterest.OpenApi;

/// <content>Refusals of the token endpoints, which know no access token.</content>
internal static partial class RefusalTable
{
    private const string GrantAdvice =
        "The code or the refresh token is not valid: it was used before, has expired, was revoked, or belongs to another app or "
        + "redirect address. Let the user sign in again.";

    private const string AppAdvice =
        "The app id or the app secret is wrong. Copy both again from the page of your apps at Pinterest. No "
        + "access token is involved.";

    private static RefusalRow[] TokenEndpoint =>
        [
            new(GrantRefused)
            {
                IsOfTokenEndpoint = true,
                Codes = [283],
                Advice = GrantAdvice,
                Source = RefusalSource.Users,
            },
            new(GrantRefused)
            {
                IsOfTokenEndpoint = true,
                Statuses = [400, 401],
                Phrases = ["invalid_grant"],
                Advice = GrantAdvice,
                Source = RefusalSource.Documentation,
            },
            new(AppCredentials)
            {
                IsOfTokenEndpoint = true,
                Statuses = [400, 401],
                Phrases = ["invalid_client", "unauthorized_client"],
                Advice = AppAdvice,
                Source = RefusalSource.Documentation,
            },
            new(AppCredentials)
            {
                IsOfTokenEndpoint = true,
                Statuses = [401],
                Advice = AppAdvice,
                Source = RefusalSource.Users,
            },
            new(Server)
            {
                IsOfTokenEndpoint = true,
                MinStatus = 500,
                IsTransient = true,
                IsUncertain = true,
                Advice =
                    "Pinterest failed. Call again later. The code or refresh token that was sent may count as "
                    + "used. If Pinterest then "
                    + "rejects it, let the user sign in again.",
                Source = RefusalSource.Description,
            },
            new(BadRequest)
            {
                IsOfTokenEndpoint = true,
                Statuses = [400, 422],
                Advice =
                    "Check the code or the refresh token, the scopes, and the redirect address. The address must "
                    + "be the same as at "
                    + "the sign-in and registered with the app. A code works once; the same request cannot succeed.",
                Source = RefusalSource.Description,
            },
            new(Forbidden)
            {
                IsOfTokenEndpoint = true,
                Statuses = [403],
                Advice =
                    "Pinterest issues no tokens to this app. Check its access on the page of your apps at Pinterest.",
                Source = RefusalSource.Description,
            },
        ];
}
