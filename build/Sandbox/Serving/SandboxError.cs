using Microsoft.AspNetCore.Http;

namespace Pinterest.OpenApi.Sandbox.Serving;

/// <summary>A refusal of a request in Pinterest's form: a status, a code and a message.</summary>
internal sealed class SandboxError(int status, int code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public int Code { get; } = code;

    public static SandboxError Invalid(string message) => new(StatusCodes.Status400BadRequest, 1, message);

    public static SandboxError AuthenticationFailed() =>
        new(StatusCodes.Status401Unauthorized, 2, "Authentication failed.");

    public static SandboxError MissingScope(string what) =>
        new(StatusCodes.Status401Unauthorized, 3, $"Your token does not have sufficient permissions: {what}.");

    /// <summary>Refuses a request that an app with trial access may not send.</summary>
    public static SandboxError TrialAccess() =>
        new(
            StatusCodes.Status403Forbidden,
            29,
            "Apps with Trial access may not create Pins in production. Use the sandbox, or request standard access."
        );

    /// <summary>Refuses a feature that Pinterest opens for some apps only.</summary>
    public static SandboxError RestrictedFeature(string feature) =>
        new(
            StatusCodes.Status401Unauthorized,
            3,
            $"Your application is not allowed to use this. It requires the restricted feature: {feature}."
        );

    public static SandboxError NotPermitted() =>
        new(StatusCodes.Status403Forbidden, 29, "You are not permitted to access that resource.");

    public static SandboxError RateLimited() =>
        new(StatusCodes.Status429TooManyRequests, 8, "You have exceeded your rate limit. Try again later.");

    public static SandboxError NoBoard() => new(StatusCodes.Status404NotFound, 40, "Board not found.");

    public static SandboxError NoSection() => new(StatusCodes.Status404NotFound, 2031, "Board section not found.");

    public static SandboxError NoPin() => new(StatusCodes.Status404NotFound, 50, "Pin not found.");

    public static SandboxError NoMedia() => new(StatusCodes.Status404NotFound, 2501, "Media not found.");

    /// <summary>Refuses the id of a job that is unknown, or belongs to another user or ad account.</summary>
    public static SandboxError NoJob(string what) =>
        new(StatusCodes.Status404NotFound, 404, $"The {what} was not found.");

    public static SandboxError NoPath() => new(StatusCodes.Status404NotFound, 0, "There is no such path.");

    /// <summary>Refuses a grant that is unknown, used or expired. Only a new sign-in helps.</summary>
    public static SandboxError BadGrant(string message) => new(StatusCodes.Status400BadRequest, 283, message);
}
