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
    /// <param name="request">The request.</param>
    /// <param name="bound">The address that the server listens on.</param>
    /// <exception cref="SandboxError">403: another host is asked, or another site asks.</exception>
    public static void Check(HttpRequest request, string bound)
    {
        CheckHost(request, bound);

        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (!IsOwn(origin, request) || site is not ("" or OwnSite or NoSite))
        {
            throw Refused("Admin requests from web pages of other addresses are rejected.");
        }
    }

    /// <summary>Refuses a request for another name: a name that leads to loopback may be that of any web page.</summary>
    /// <param name="request">The request.</param>
    /// <param name="bound">The address that the server listens on.</param>
    /// <exception cref="SandboxError">403: another host is asked.</exception>
    public static void CheckHost(HttpRequest request, string bound)
    {
        if (!OwnHost.Is(request.Host.Host, bound))
        {
            throw Refused($"Send this request to localhost or 127.0.0.1, not to '{request.Host.Host}'.");
        }
    }

    private static bool IsOwn(string origin, HttpRequest request) =>
        origin.Length == 0
        || string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

    private static SandboxError Refused(string message) => new(StatusCodes.Status403Forbidden, 29, message);
}
