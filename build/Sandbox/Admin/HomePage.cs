using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Pinterest.OpenApi.Sandbox.Faults;
using Pinterest.OpenApi.Sandbox.OAuth;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Reports.Html;

namespace Pinterest.OpenApi.Sandbox.Admin;

/// <summary>The page for people: addresses, the last requests and the planned faults. It has no script.</summary>
internal sealed class HomePage(ServedDescription description, RequestLog log, FaultPlan faults, SandboxOptions options)
{
    private const int ShownRequests = 50;
    private const int ShownFaults = 50;
    private const int LongestShownPath = 200;

    /// <summary>Makes the page.</summary>
    /// <param name="origin">The address under which the reader reaches the server.</param>
    /// <param name="headers">Gets the headers that keep the page from running and sending anything.</param>
    public SandboxReply Reply(Uri origin, IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "no-referrer";
        var page = new SandboxPage
        {
            Title = "Pinterest sandbox",
            Facts = Facts(origin),
            LogsRequests = options.EnableAdmin,
            Requests = [.. log.All.Reverse().Take(ShownRequests).Select(Shown)],
            Faults = [.. faults.Planned.Take(ShownFaults).Select(Shown)],
        };
        return new SandboxReply(
            StatusCodes.Status200OK,
            Encoding.UTF8.GetBytes(HtmlTemplates.Render(page)),
            "text/html; charset=utf-8"
        );
    }

    private List<FactPart> Facts(Uri origin) =>
        [
            Fact("Base address", new Uri(origin, description.BasePath).ToString()),
            Fact("Authorise page", new Uri(origin, AuthorizePage.Path).ToString()),
            Fact("Description", $"{new Uri(origin, HomeEndpoint.OpenApi)} (version {description.Version})"),
            Fact("Sign of life", new Uri(origin, HomeEndpoint.Health).ToString()),
            Fact("Access tier", options.AccessTier.ToString()),
            Fact("Operations", description.Operations.Count.ToString(CultureInfo.InvariantCulture)),
        ];

    private static FactPart Fact(string name, string value) => new() { Name = name, Value = value };

    private static SandboxRequestPart Shown(ReceivedRequest request) =>
        new()
        {
            Time = request.ReceivedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            Method = request.Method,
            Path = request.Path.Length > LongestShownPath ? request.Path[..LongestShownPath] + "…" : request.Path,
            Operation = request.OperationId ?? "",
            Status = request.Status.ToString(CultureInfo.InvariantCulture),
        };

    private static FactPart Shown(SandboxFault fault)
    {
        var operation = fault.OperationId ?? "any operation";
        var times = fault.Times switch
        {
            null => "from now on",
            1 => "1 more time",
            { } count => string.Create(CultureInfo.InvariantCulture, $"{count} more times"),
        };
        return Fact(FaultNames.Text(fault), $"{operation}, {times}");
    }
}
