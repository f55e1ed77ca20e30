using Newtonsoft.Json.Linq;
using Pinterest.OpenApi.Spec.Documents;

namespace Pinterest.OpenApi.Spec.Schemas;

/// <summary>Finds the choices between forms in what several schema nodes say together.</summary>
internal sealed class UnionReader(SchemaModel model, IReadOnlyList<JObject> parts)
{
    public List<SchemaUnion> Read()
    {
        var discriminator = parts.Select(part => part["discriminator"]).OfType<JObject>().FirstOrDefault();
        var mapping =
            (discriminator?["mapping"] as JObject)
                ?.Properties()
                .Where(entry => entry.Value is JValue { Value: string })
                .ToList()
            ?? [];
        var name = (string?)(discriminator?["propertyName"] as JValue);
        var unions = new List<SchemaUnion>();
        foreach (
            var list in parts.SelectMany(part =>
                EffectiveSchema
                    .ChoiceKeywords.Where(keyword => EffectiveSchema.Choices(part, keyword).Count > 1)
                    .Select(keyword => (Part: part, Keyword: keyword))
            )
        )
        {
            var nodes = EffectiveSchema.Choices(list.Part, list.Keyword);
            if (nodes.Any(node => IsHeir(node, list.Part)))
            {
                continue;
            }

            // The discriminator tells the forms of the first choice apart.
            var isFirst = unions.Count == 0;
            unions.Add(
                new SchemaUnion(
                    list.Part[list.Keyword]!,
                    [.. nodes.Select(node => Choice(node, References.SchemaName(node), isFirst))],
                    isFirst ? name : null,
                    isFirst ? discriminator : null
                )
            );
        }

        // A base that names its heirs is a choice between them, though no oneOf lists them.
        if (unions.Count > 0 || mapping.Count == 0)
        {
            return unions;
        }

        var heirs = mapping
            .Select(entry => (entry, Node: new JObject(new JProperty("$ref", Target(entry)))))
            .Where(heir => model.Resolve(heir.Node) is not null)
            .ToList();
        if (heirs.Count == 0 || heirs.Exists(heir => IsHeir(heir.Node, (JObject)discriminator!.Parent!.Parent!)))
        {
            return unions;
        }

        return
        [
            new SchemaUnion(
                discriminator!["mapping"]!,
                [
                    .. heirs
                        .DistinctBy(heir => Target(heir.entry))
                        .Select(heir => new SchemaChoice(
                            heir.entry.Value,
                            model.Of(heir.Node),
                            References.SchemaName(heir.Node),
                            heir.entry.Name
                        )
                        {
                            Tags = TagsOf(References.SchemaName(heir.Node)),
                        }),
                ],
                name,
                discriminator
            ),
        ];

        IReadOnlyList<string> TagsOf(string? component) =>
            component is null
                ? []
                :
                [
                    .. mapping
                        .Where(entry => References.SchemaName(Target(entry)) == component)
                        .Select(entry => entry.Name)
                        .DefaultIfEmpty(component),
                ];

        SchemaChoice Choice(JObject node, string? component, bool isTold)
        {
            var schema = model.Of(node);
            var tag =
                component is null || !isTold
                    ? null
                    : mapping.FirstOrDefault(entry => References.SchemaName(Target(entry)) == component)?.Name;
            if (
                tag is null
                && isTold
                && name is not null
                && schema.Properties.TryGetValue(name, out var property)
                && property.Enum is { Count: 1 } one
            )
            {
                tag = one.First().Trim('"');
            }

            return new SchemaChoice(node, schema, component, tag)
            {
                Tags = isTold && name is not null ? TagsOf(component) : [],
            };
        }
    }

    // An heir that takes its base in by allOf is one of the forms that the base lists, not a choice between them.
    private bool IsHeir(JObject choice, JObject holder) =>
        model.Resolve(choice) is { } node
        && !ReferenceEquals(node, holder)
        && parts.Any(part => ReferenceEquals(part, node));

    private static string Target(JProperty entry) =>
        (string)entry.Value! is var text && text.StartsWith('#') ? text : References.SchemaPrefix + text;
}
