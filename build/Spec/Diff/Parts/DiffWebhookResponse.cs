using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Diff.Parts;

/// <summary>A successful response to a webhook or a callback. The user of the API sends it.</summary>
/// <param name="Response">The response.</param>
internal sealed record DiffWebhookResponse(DiffResponse Response)
{
    /// <summary>Tells whether the description says which body the user has to send.</summary>
    public bool HasContent => Response.Node["content"] is JObject { HasValues: true };
}
