using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Sandbox.Jobs;

/// <summary>
/// Writes what the description allows of a reply about a job. Releases and operations differ in the states that they
/// name, and in whether a member may be null.
/// </summary>
internal static class JobReplies
{
    /// <summary>Gives the reply with the members that the description declares.</summary>
    /// <param name="call">The call.</param>
    /// <param name="members">What is known; a member that is null is left out where null is not allowed.</param>
    public static SandboxReply Of(ApiCall call, JObject members)
    {
        var status = call.Request.Operation.SuccessStatus;
        var schema = call.Request.Operation.Replies.GetValueOrDefault(status);
        var allowed = members.Properties().Where(member => schema is null || IsAllowed(schema, member));
        return SandboxReply.Json(status, new JObject(allowed));
    }

    /// <summary>Tells whether a member of the reply may have a text as its value.</summary>
    public static bool Knows(ApiCall call, string member, string value) =>
        call.Request.Operation.Replies.GetValueOrDefault(StatusCodes.Status200OK) is { } schema
        && schema.Properties.TryGetValue(member, out var property)
        && SchemaValidator.Validate(property, value, ValueDirection.Response).Count == 0;

    private static bool IsAllowed(EffectiveSchema schema, JProperty member) =>
        schema.Properties.TryGetValue(member.Name, out var property)
        && (member.Value is not JValue { Value: null } || property.NullablePlace is not null);
}
