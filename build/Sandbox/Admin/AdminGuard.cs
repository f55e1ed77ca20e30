using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>
/// Keeps web pages away from the admin paths. A page of another site may send a POST to loopback, and one whose name
/// leads to loopback may read the answer too.
/// </summary>
internal static class AdminGuard
{
    private const string OwnSite = "same-origin";
    private const string NoSite = "none";

    /// <summary>Refuses what no program of this machine sends.</summary>
    /// <exception cref="SandboxError">403: another host is asked, or another site asks.</exception>
    public static void Check(HttpRequest request)
    {
        if (!LoopbackName.Is(request.Host.Host))
        {
            throw Refused($"Admin requests must be for localhost or 127.0.0.1, not for '{request.Host.Host}'.");
        }

        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (!IsOwn(origin, request) || site is not ("" or OwnSite or NoSite))
        {
            throw Refused("Admin requests are not taken from web pages of other addresses.");
        }
    }

    private static bool IsOwn(string origin, HttpRequest request) =>
        origin.Length == 0
        || string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

    private static SandboxError Refused(string message) => new(StatusCodes.Status403Forbidden, 29, message);
}
