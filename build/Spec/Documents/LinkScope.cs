using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>What references of a place are relative to.</summary>
/// <param name="Document">The name of the document.</param>
/// <param name="Resource">The schema with the nearest <c>$id</c> around the place; otherwise the document.</param>
/// <param name="Address">The address of that.</param>
internal sealed record LinkScope(string Document, JToken Resource, Uri Address);
