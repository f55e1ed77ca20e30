using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Sandbox.Serving;
using Pinterest.OpenApi.Spec.Operations;
using Pinterest.OpenApi.Spec.Schemas;

namespace Pinterest.OpenApi.Sandbox.MadeUp;

/// <summary>
/// Finds the values of a request that its reply repeats: the ids of the path, and members of the body. Example:
/// PATCH /ad_accounts/7/ads/9 with {"name":"Spring"} gets a reply whose ad_account_id is 7, id 9 and name Spring.
/// </summary>
internal static class RequestEcho
{
    /// <summary>
    /// Gives the value for a member of the reply; null when the request has none, or the description does not allow
    /// it.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="property">The schema of the member.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="depth">How deep in the reply the member is; 0 is the reply itself.</param>
    public static JToken? Find(ReadRequest request, EffectiveSchema property, string name, int depth)
    {
        var sent = Sent(request, name, depth);
        if (sent is null || sent.Type is JTokenType.Null)
        {
            return null;
        }

        var isAllowed = SchemaValidator.Validate(property, sent, ValueDirection.Response).Count == 0;
        return isAllowed ? sent.DeepClone() : null;
    }

    private static JToken? Sent(ReadRequest request, string name, int depth)
    {
        if (request.Values.TryGetValue(name, out var value) && IsInPath(request.Operation, name))
        {
            return value;
        }

        if (depth > 0)
        {
            return null;
        }

        // The reply of /ads/{ad_id} is the ad, so its id is the one that ends the path.
        if (name == "id" && request.Operation.Steps is [.., var last] && last.StartsWith('{'))
        {
            return request.Values.GetValueOrDefault(last[1..^1]);
        }

        return request.Body is JObject body ? body[name] : null;
    }

    private static bool IsInPath(OperationSchemas operation, string name) =>
        operation.Parameters.Any(parameter => parameter.Facts.Style is ParameterStyle.Path && parameter.Name == name);
}
