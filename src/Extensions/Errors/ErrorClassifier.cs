using System.Net;

namespace Pinterest.OpenApi;

/// <summary>
/// Decides what an error means. The code alone is ambiguous (2, 3 and 29 have several meanings), so status, code
/// and message decide together. Example: 401 with code 3 is a missing scope, unless the message names a restricted
/// feature.
/// </summary>
internal static class ErrorClassifier
{
    private const int PermissionCode = 3;

    public static PinterestApiException Classify(ErrorResponse response, DateTimeOffset now) =>
        response.Status switch
        {
            HttpStatusCode.BadRequest => new PinterestBadRequestException(response),
            HttpStatusCode.Unauthorized => Unauthorized(response),
            HttpStatusCode.Forbidden => Forbidden(response),
            HttpStatusCode.NotFound => new PinterestNotFoundException(response),
            HttpStatusCode.Conflict => new PinterestConflictException(response),
            HttpStatusCode.TooManyRequests when response.Says("spam") => new PinterestSpamException(response),
            HttpStatusCode.TooManyRequests => new PinterestRateLimitedException(
                response,
                RateLimitState.ResetTime(response.Headers, now)
            ),
            >= HttpStatusCode.InternalServerError => new PinterestServerException(response),
            _ => PinterestApiException.Unclassified(response),
        };

    private static PinterestApiException Unauthorized(ErrorResponse response)
    {
        if (response.Says("restricted feature") || response.Says("trial access"))
        {
            return new PinterestTrialAccessException(response);
        }

        return response.Code == PermissionCode || response.Says("sufficient permissions") || response.Says("scope")
            ? new PinterestMissingScopeException(response)
            : new PinterestAuthenticationFailedException(response);
    }

    private static PinterestApiException Forbidden(ErrorResponse response)
    {
        if (response.Says("trial access") || response.Says("restricted feature"))
        {
            return new PinterestTrialAccessException(response);
        }

        return response.Says("scope")
            ? new PinterestMissingScopeException(response)
            : new PinterestForbiddenException(response);
    }
}
