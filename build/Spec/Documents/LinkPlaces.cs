using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Tells where references may stand, so that data of the API is never taken for one. Example: the member <c>$ref</c> of an
/// example is a value, and the one of a schema is a reference. Every version and JSON Schema are read alike.
/// </summary>
internal static class LinkPlaces
{
    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "const",
        "default",
        "description",
        "example",
        "examples",
        "externalDocs",
        "links",
        "summary",
        "xml",
    };

    private static readonly Dictionary<string, LinkPlace> Known = new(StringComparer.Ordinal)
    {
        ["$defs"] = LinkPlace.Map,
        ["definitions"] = LinkPlace.Map,
        ["dependentSchemas"] = LinkPlace.Map,
        ["headers"] = LinkPlace.Map,
        ["parameters"] = LinkPlace.Map,
        ["patternProperties"] = LinkPlace.Map,
        ["properties"] = LinkPlace.Map,
        ["requestBodies"] = LinkPlace.Map,
        ["responses"] = LinkPlace.Map,
        ["schemas"] = LinkPlace.Map,
        ["content"] = LinkPlace.MapOfWhole,
        ["encoding"] = LinkPlace.MapOfWhole,
        ["flows"] = LinkPlace.MapOfWhole,
        ["mediaTypes"] = LinkPlace.Map,
        ["securitySchemes"] = LinkPlace.Map,
        ["variables"] = LinkPlace.MapOfWhole,
        ["pathItems"] = LinkPlace.Paths,
        ["paths"] = LinkPlace.Paths,
        ["webhooks"] = LinkPlace.Paths,
        ["callbacks"] = LinkPlace.Callbacks,
        ["components"] = LinkPlace.Whole,
        ["discriminator"] = LinkPlace.Whole,
        ["enum"] = LinkPlace.Whole,
        ["info"] = LinkPlace.Whole,
        ["required"] = LinkPlace.Whole,
        ["security"] = LinkPlace.ListOfWhole,
        ["servers"] = LinkPlace.ListOfWhole,
        ["tags"] = LinkPlace.ListOfWhole,
        ["mapping"] = LinkPlace.Mapping,
    };

    /// <summary>Tells what stands at a member of an object; null when it holds no references.</summary>
    public static LinkPlace? Of(LinkPlace parent, JProperty member)
    {
        switch (parent)
        {
            case LinkPlace.Map:
                return LinkPlace.Part;
            case LinkPlace.MapOfWhole:
                return LinkPlace.Whole;
            case LinkPlace.Paths:
                return LinkPlace.PathItem;
            case LinkPlace.Callbacks:
                return LinkPlace.Paths;
            case LinkPlace.Mapping:
                return null;
        }

        if (Skipped.Contains(member.Name) || member.Name.StartsWith("x-", StringComparison.Ordinal))
        {
            return null;
        }

        var isList = member.Value is JArray;
        return Known.TryGetValue(member.Name, out var place) switch
        {
            true when isList && place is LinkPlace.Map => LinkPlace.Part,
            true when isList && member.Name is "enum" or "required" => null,
            true => place,
            false => LinkPlace.Part,
        };
    }

    /// <summary>Tells what stands in a list.</summary>
    public static LinkPlace OfItems(LinkPlace list) => list is LinkPlace.ListOfWhole ? LinkPlace.Whole : LinkPlace.Part;

    /// <summary>Tells whether a reference at a place is replaced by what it leads to.</summary>
    public static bool IsReplaced(LinkPlace place) => place is not (LinkPlace.Part or LinkPlace.PathItem);
}
