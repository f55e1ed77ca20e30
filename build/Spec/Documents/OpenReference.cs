using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>A reference whose target is not known yet.</summary>
/// <param name="Text">The value that says where it leads.</param>
/// <param name="Scope">What it is relative to.</param>
/// <param name="Place">What stands at its place.</param>
internal sealed record OpenReference(JValue Text, LinkScope Scope, LinkPlace Place)
{
    /// <summary>Gets what a person calls the place; null to name it by the target.</summary>
    public string? Title { get; init; }
}
