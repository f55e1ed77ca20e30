namespace Pinterest.OpenApi;

/// <summary>
/// The meaning of an unsuccessful response. The status, Pinterest's code and its message decide it together, because
/// the same code has several meanings.
/// </summary>
public enum PinterestErrorKind
{
    /// <summary>None of the other kinds fits. Read the status and the text of the response.</summary>
    Unknown,

    /// <summary>A parameter or the body is malformed, missing or invalid. The same call cannot succeed.</summary>
    BadRequest,

    /// <summary>The access token is invalid, expired, or belongs to the other environment.</summary>
    Authentication,

    /// <summary>The id or the secret of the app is wrong. Only token endpoints check them.</summary>
    AppCredentials,

    /// <summary>The code or the refresh token is no longer valid. The user must sign in again.</summary>
    GrantRefused,

    /// <summary>The token lacks a scope that the operation needs.</summary>
    MissingScope,

    /// <summary>Pinterest has not approved the app for this. Another scope or role does not change that.</summary>
    AppNotApproved,

    /// <summary>The app has trial access, which does not allow this in production.</summary>
    TrialAccess,

    /// <summary>
    /// The user of the token is not allowed to do this: a role or a scope is missing, or the object belongs to another
    /// user.
    /// </summary>
    Forbidden,

    /// <summary>The website does not allow saving its content. The same content cannot be saved later.</summary>
    ContentNotAllowed,

    /// <summary>Pinterest could not fetch a picture from its address. This is often temporary.</summary>
    ImageUnreachable,

    /// <summary>Pinterest treats the call as spam. Wait before you call again.</summary>
    Spam,

    /// <summary>The object does not exist, or the token cannot see it.</summary>
    NotFound,

    /// <summary>An object of the same name or with the same content exists.</summary>
    AlreadyExists,

    /// <summary>The call conflicts with the current state or with another call at the same time.</summary>
    Conflict,

    /// <summary>An object that the call requires does not exist, for example a catalog.</summary>
    MissingPrerequisite,

    /// <summary>Pinterest reviews the account and does not accept the call until it has finished.</summary>
    AccountUnderReview,

    /// <summary>A rate limit or another quota is used up.</summary>
    RateLimited,

    /// <summary>Something failed on Pinterest's side.</summary>
    Server,

    /// <summary>The call succeeded, but the body of the response is not what the description promises.</summary>
    UnreadableResponse,
}
