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

    public static SandboxError NotPermitted() =>
        new(StatusCodes.Status403Forbidden, 29, "You are not permitted to access that resource.");

    public static SandboxError RateLimited() =>
        new(StatusCodes.Status429TooManyRequests, 8, "You have exceeded your rate limit. Try again later.");

    public static SandboxError NoBoard() => new(StatusCodes.Status404NotFound, 40, "Board not found.");

    public static SandboxError NoSection() => new(StatusCodes.Status404NotFound, 2031, "Board section not found.");

    public static SandboxError NoPin() => new(StatusCodes.Status404NotFound, 50, "Pin not found.");

    public static SandboxError NoMedia() => new(StatusCodes.Status404NotFound, 2501, "Media not found.");

    public static SandboxError NoPath() => new(StatusCodes.Status404NotFound, 0, "There is no such path.");

    /// <summary>Refuses a grant that is unknown, used or expired. Only a new sign-in helps.</summary>
    public static SandboxError BadGrant(string message) => new(StatusCodes.Status400BadRequest, 283, message);
}
