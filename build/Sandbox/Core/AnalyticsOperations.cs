using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>The analytics of Pins.</summary>
internal sealed class AnalyticsOperations(CoreParts parts)
{
    private readonly Access _access = parts.Access;
    private readonly Analytics _analytics = parts.Analytics;

    public IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All =>
        [("pins/analytics", One), ("multi_pins/analytics", Several)];

    private SandboxReply One(ApiCall call) =>
        SandboxReply.Json(
            StatusCodes.Status200OK,
            _analytics.OfPin(call, _access.Pin(call.Caller, call.Path("pin_id")))
        );

    private SandboxReply Several(ApiCall call)
    {
        var pins = call
            .Request.List("pin_ids")
            .Distinct(StringComparer.Ordinal)
            .Select(id => _access.Pin(call.Caller, id));
        return SandboxReply.Json(
            StatusCodes.Status200OK,
            new JObject(pins.Select(pin => new JProperty(pin.Id, _analytics.OfPin(call, pin))))
        );
    }
}
