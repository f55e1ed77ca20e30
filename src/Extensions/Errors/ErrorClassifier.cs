namespace Pinterest.OpenApi;

/// <summary>
/// Makes the exception of an unsuccessful response. <see cref="RefusalTable"/> says what the response means; here the
/// class of the exception is chosen.
/// </summary>
internal static class ErrorClassifier
{
    public static PinterestApiException Classify(ErrorResponse response, DateTimeOffset now)
    {
        var refusal = Refusal.Of(RefusalTable.Find(response), response, now);
        return refusal.Kind switch
        {
            PinterestErrorKind.BadRequest or PinterestErrorKind.GrantRefused => new PinterestBadRequestException(
                response,
                refusal
            ),
            PinterestErrorKind.Authentication or PinterestErrorKind.AppCredentials =>
                new PinterestAuthenticationFailedException(response, refusal),
            PinterestErrorKind.MissingScope => new PinterestMissingScopeException(response, refusal),
            PinterestErrorKind.AppNotApproved => new PinterestAppNotApprovedException(response, refusal),
            PinterestErrorKind.TrialAccess => new PinterestTrialAccessException(response, refusal),
            PinterestErrorKind.Forbidden => new PinterestForbiddenException(response, refusal),
            PinterestErrorKind.ContentNotAllowed or PinterestErrorKind.ImageUnreachable =>
                new PinterestContentException(response, refusal),
            PinterestErrorKind.Spam => new PinterestSpamException(response, refusal),
            PinterestErrorKind.NotFound => new PinterestNotFoundException(response, refusal),
            PinterestErrorKind.AlreadyExists or PinterestErrorKind.Conflict or PinterestErrorKind.MissingPrerequisite =>
                new PinterestConflictException(response, refusal),
            PinterestErrorKind.AccountUnderReview => new PinterestAccountUnderReviewException(response, refusal),
            PinterestErrorKind.RateLimited => new PinterestRateLimitedException(response, refusal),
            PinterestErrorKind.Server => new PinterestServerException(response, refusal),
            _ => PinterestApiException.Unclassified(response, refusal),
        };
    }
}
