using Newtonsoft.Json.Linq;

namespace Pinterest.OpenApi.Spec.Documents;

/// <summary>
/// Checks that each reference leads to something of the kind that stands in its place: that of a schema to a schema,
/// that of a parameter to a parameter.
/// </summary>
internal sealed class ReferenceChecks(Description description, IReadOnlyDictionary<JToken, NodeKind> kinds)
{
    /// <summary>Checks a description.</summary>
    /// <exception cref="SpecException">A reference leads nowhere, back to itself, or to something else.</exception>
    public static void Run(Description description)
    {
        var kinds = new Dictionary<JToken, NodeKind>(ReferenceEqualityComparer.Instance as IEqualityComparer<JToken>);
        foreach (var (node, kind) in DocumentWalker.Walk(description.Root))
        {
            kinds.TryAdd(node, kind);
        }

        var checks = new ReferenceChecks(description, kinds);
        foreach (var (node, kind) in kinds.Select(entry => ((JObject)entry.Key, entry.Value)))
        {
            checks.Check(node, kind);
        }
    }

    private void Check(JObject node, NodeKind kind)
    {
        if (References.Target(node) is { } target)
        {
            CheckReference(node["$ref"]!, target, kind);
        }

        if (kind is not NodeKind.Discriminator || node["mapping"] is not JObject mapping)
        {
            return;
        }

        foreach (var entry in mapping.Properties())
        {
            CheckMapping(entry);
        }
    }

    // A mapping names a schema by a pointer or by its bare name.
    private void CheckMapping(JProperty entry)
    {
        var target = (string)entry.Value!;
        var isName = description.Root["components"].Member("schemas").Member(target) is not null;
        if (!isName)
        {
            CheckReference(entry.Value, target, NodeKind.Schema);
        }

        if (!isName && References.SchemaName(target) is null)
        {
            throw new SpecException(
                description.Place(entry.Value),
                $"The mapping '{target}' names no schema of the components.",
                DescriptionChecks.Correct
            );
        }
    }

    private void CheckReference(JToken place, string target, NodeKind kind)
    {
        if (!target.StartsWith("#/", StringComparison.Ordinal))
        {
            throw new SpecException(
                description.Place(place),
                $"The reference '{target}' points outside the document; other documents are never fetched.",
                "Bundle the description into one file."
            );
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var current = target; current is not null; )
        {
            if (!seen.Add(current))
            {
                throw new SpecException(
                    description.Place(place),
                    $"The reference '{target}' leads back to itself.",
                    DescriptionChecks.Correct
                );
            }

            var found =
                JsonPointer.Find(description.Root, current)
                ?? throw new SpecException(
                    description.Place(place),
                    $"The reference '{current}' points at nothing.",
                    DescriptionChecks.Correct
                );
            if (!kinds.TryGetValue(found, out var foundKind) || foundKind != kind)
            {
                throw new SpecException(
                    description.Place(place),
                    $"The reference '{current}' points at something other than what is here.",
                    DescriptionChecks.Correct
                );
            }

            current = References.Target(found);
        }
    }
}
