using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Follows <c>$ref</c> within one tree. Other documents stand in the same tree; see <see cref="OtherDocuments"/>.
/// </summary>
internal static class References
{
    /// <summary>Where components of kind schema live.</summary>
    public const string SchemaPrefix = "#/components/schemas/";

    /// <summary>Gives the pointer that a node refers to, or null when it is not a reference.</summary>
    public static string? Target(JToken? node) =>
        node is JObject && node["$ref"] is JValue { Type: JTokenType.String } value ? (string?)value : null;

    /// <summary>Gives the name of the component schema that a node refers to, or null.</summary>
    public static string? SchemaName(JToken? node) => Target(node) is { } target ? SchemaName(target) : null;

    /// <summary>
    /// Gives the name of the component schema that a pointer names, or null when it points elsewhere or deeper. A schema
    /// of another document has the name that it would have as a component: Pet for pets.json#/Pet.
    /// </summary>
    public static string? SchemaName(string target)
    {
        if (target.StartsWith(OtherDocuments.Prefix, StringComparison.Ordinal))
        {
            return OtherDocuments.TitleOf(target);
        }

        return target.StartsWith(SchemaPrefix, StringComparison.Ordinal) && JsonPointer.Steps(target).Count() == 3
            ? JsonPointer.Steps(target).Last()
            : null;
    }

    /// <summary>Makes a reference to a component schema.</summary>
    public static JObject ToSchema(string name) =>
        new(new JProperty("$ref", JsonPointer.Append("#/components/schemas", name)));

    /// <summary>
    /// Follows a node to what it finally refers to. References were checked when the document was read.
    /// </summary>
    public static JObject Resolve(JObject root, JObject node) =>
        TryResolve(root, node)
        ?? throw new SpecException(
            JsonPointer.Of(node),
            $"The reference '{Target(node)}' leads nowhere.",
            "Correct the description."
        );

    /// <summary>Follows a node to what it finally refers to; null when that is nowhere.</summary>
    public static JObject? TryResolve(JObject root, JObject node)
    {
        var current = node;
        for (var hop = 0; Target(current) is { } target; hop++)
        {
            if (
                hop > DescriptionReader.MaxDepth
                || !JsonPointer.IsLocal(target)
                || JsonPointer.Find(root, target) is not JObject next
            )
            {
                return null;
            }

            current = next;
        }

        return current;
    }
}
