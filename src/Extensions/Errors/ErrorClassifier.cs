using System.Net;

namespace Pinterest.OpenApi;

/// <summary>
/// Tells what an error means. The code alone is ambiguous (2, 3 and 29 have several meanings), so status, code and message
/// are looked at together.
/// </summary>
internal static class ErrorClassifier
{
    private const int PermissionCode = 3;

    public static PinterestApiException Classify(ErrorResponse reply, DateTimeOffset now) =>
        reply.Status switch
        {
            HttpStatusCode.BadRequest => new PinterestBadRequestException(reply),
            HttpStatusCode.Unauthorized => Unauthorized(reply),
            HttpStatusCode.Forbidden => Forbidden(reply),
            HttpStatusCode.NotFound => new PinterestNotFoundException(reply),
            HttpStatusCode.Conflict => new PinterestConflictException(reply),
            HttpStatusCode.TooManyRequests when reply.Says("spam") => new PinterestSpamException(reply),
            HttpStatusCode.TooManyRequests => new PinterestRateLimitedException(
                reply,
                RateLimitState.ResetTime(reply.Headers, now)
            ),
            >= HttpStatusCode.InternalServerError => new PinterestServerException(reply),
            _ => PinterestApiException.Unclassified(reply),
        };

    private static PinterestApiException Unauthorized(ErrorResponse reply)
    {
        if (reply.Says("restricted feature") || reply.Says("trial access"))
        {
            return new PinterestTrialAccessException(reply);
        }

        return reply.Code == PermissionCode || reply.Says("sufficient permissions") || reply.Says("scope")
            ? new PinterestMissingScopeException(reply)
            : new PinterestAuthenticationFailedException(reply);
    }

    private static PinterestApiException Forbidden(ErrorResponse reply)
    {
        if (reply.Says("trial access") || reply.Says("restricted feature"))
        {
            return new PinterestTrialAccessException(reply);
        }

        return reply.Says("scope") ? new PinterestMissingScopeException(reply) : new PinterestForbiddenException(reply);
    }
}
