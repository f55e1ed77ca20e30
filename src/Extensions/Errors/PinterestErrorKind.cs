namespace Pinterest.OpenApi;

/// <summary>
/// What an unsuccessful response means. It is decided from the status, Pinterest's code and its message together,
/// because the same code has several meanings.
/// </summary>
public enum PinterestErrorKind
{
    /// <summary>None of the other kinds fits. Read the status and the text of the response.</summary>
    Unknown,

    /// <summary>A parameter or the body is malformed, missing or invalid. The same call cannot succeed.</summary>
    BadRequest,

    /// <summary>The access token is bad, has expired, or belongs to the other environment.</summary>
    Authentication,

    /// <summary>The id or the secret of the app is wrong. Only token endpoints check them.</summary>
    AppCredentials,

    /// <summary>The code or the refresh token is no longer valid. Only a new sign-in of the user helps.</summary>
    GrantRefused,

    /// <summary>The token lacks a scope that the operation needs.</summary>
    MissingScope,

    /// <summary>Pinterest has not approved the app for this yet. No scope and no role helps.</summary>
    AppNotApproved,

    /// <summary>The app has trial access, which does not allow this in production.</summary>
    TrialAccess,

    /// <summary>The user of the token has no right to this: a role or a scope is missing, or the object belongs to
    /// somebody else.</summary>
    Forbidden,

    /// <summary>The website does not allow that its content is saved. The same content cannot be saved later.</summary>
    ContentNotAllowed,

    /// <summary>Pinterest could not fetch a picture from its address. This often passes.</summary>
    ImageUnreachable,

    /// <summary>Pinterest takes the call for spam. Waiting helps, sending the same again at once does not.</summary>
    Spam,

    /// <summary>The object does not exist, or the token does not allow to see it.</summary>
    NotFound,

    /// <summary>An object of the same name or with the same content exists.</summary>
    AlreadyExists,

    /// <summary>The call conflicts with the present state, or with another call that runs at the same time.</summary>
    Conflict,

    /// <summary>Something that the call needs does not exist yet, for example a catalog.</summary>
    MissingPrerequisite,

    /// <summary>Pinterest reviews the account and does not accept the call until it has finished.</summary>
    AccountUnderReview,

    /// <summary>The allowance of a rate limit or of another quota is spent.</summary>
    RateLimited,

    /// <summary>Something failed on Pinterest's side.</summary>
    Server,

    /// <summary>The call succeeded, but the body of the response is not what the description promises.</summary>
    UnreadableResponse,
}
