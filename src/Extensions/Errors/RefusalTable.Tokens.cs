using static Pinterest.OpenApi.PinterestErrorKind;

namespace Pinterest.OpenApi;

/// <content>Refusals of the token endpoints, which know no access token.</content>
internal static partial class RefusalTable
{
    private const string GrantAdvice =
        "The code or the refresh token is not valid: it was used before, has expired, was revoked, or belongs to another app or "
        + "redirect address. Only a new sign-in of the user helps.";

    private const string AppAdvice =
        "The app id or the app secret is wrong. Copy both again from Pinterest's page of your apps; no access token is involved.";

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
                    "Something failed at Pinterest. Call again later. A code or refresh token that was sent may count as used; when it "
                    + "is refused then, only a new sign-in of the user helps.",
                Source = RefusalSource.Description,
            },
            new(BadRequest)
            {
                IsOfTokenEndpoint = true,
                Statuses = [400, 422],
                Advice =
                    "Check the code or the refresh token, the scopes, and the redirect address: it must be exactly the one of the "
                    + "sign-in, and be registered with the app. A code works once; the same request cannot succeed.",
                Source = RefusalSource.Description,
            },
            new(Forbidden)
            {
                IsOfTokenEndpoint = true,
                Statuses = [403],
                Advice = "Pinterest does not give this app tokens. Check its access on Pinterest's page of your apps.",
                Source = RefusalSource.Description,
            },
        ];
}
