using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;

namespace Pinterest.OpenApi.Sandbox.Core;

/// <summary>
/// Conversion events. Each has an outcome of its own. None is kept, so test=true has the same reply as without it.
/// </summary>
internal static class ConversionOperations
{
    private const string Processed = "processed";

    public static IEnumerable<(string Id, Func<ApiCall, SandboxReply> Answer)> All => [("events/create", Create)];

    private static SandboxReply Create(ApiCall call)
    {
        var outcomes = (call.Body["data"] as JArray ?? [])
            .Select(sent => Outcome(new ConversionUser(sent["user_data"] as JObject ?? [])))
            .ToList();
        return SandboxReply.Json(
            StatusCodes.Status200OK,
            new JObject
            {
                ["num_events_received"] = outcomes.Count,
                ["num_events_processed"] = outcomes.Count(outcome => (string?)outcome["status"] == Processed),
                ["events"] = new JArray(outcomes),
            }
        );
    }

    private static JObject Outcome(ConversionUser user)
    {
        var error = user.IsKnown
            ? null
            : "The event requires a hashed em, hashed_maids, or both client_ip_address and client_user_agent in user_data.";
        var warning =
            user.Unhashed.Count == 0
                ? null
                : $"These values of user_data are not SHA-256 in hex and were ignored: {string.Join(", ", user.Unhashed)}.";
        return new JObject
        {
            ["status"] = error is null ? Processed : "failed",
            ["error_message"] = error,
            ["warning_message"] = warning,
        };
    }
}
